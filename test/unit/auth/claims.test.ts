import assert from 'node:assert/strict';
import {test} from 'node:test';

import {claimsOf} from '../../../src/auth/claims.js';
import {jwt} from '../../support/fixtures/jwt.js';

test('the claims of a JWT are read', () => {
  assert.deepEqual({...claimsOf(jwt({sub: 'u-1', exp: 5}))}, {sub: 'u-1', exp: 5});
});

test('the two letters that base64url has of its own are read, each time they come', () => {
  const claims = {name: '>>>???~~~ÿÿÿ'.normalize(), more: '???>>>'};
  const token = `head.${Buffer.from(JSON.stringify(claims), 'latin1').toString('base64url')}.end`;
  assert.match(token, /-.*-/);
  assert.match(token, /_.*_/);

  assert.deepEqual({...claimsOf(token)}, claims);
});

test('any other token says nothing', () => {
  const part = (text: string): string => `head.${Buffer.from(text).toString('base64url')}.end`;

  for (const token of ['', 'opaque', 'a.b', 'a.%%%.c', 'a..c', part('null'), part('{'), part('')])
    assert.deepEqual({...claimsOf(token)}, {}, token);
});
