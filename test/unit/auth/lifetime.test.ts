import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {lifetimeOf} from '../../../src/auth/lifetime.js';
import {jwt} from '../../support/fixtures/jwt.js';

/** Second 1,000 by the page's calendar. */
const atSecond1000 = (t: TestContext): void => t.mock.timers.enable({apis: ['Date'], now: 1_000_000});

test('a granted life counts before the one written in the token', () => {
  assert.equal(lifetimeOf({token: jwt({exp: 9_999}), expiresInSec: 60}), 60);
});

test('a life that is no life is as good as none', t => {
  atSecond1000(t);
  for (const expiresInSec of [0, -5, NaN, '60', null, undefined]) {
    assert.equal(
      lifetimeOf({token: jwt({exp: 1_600}), expiresInSec: expiresInSec as never}),
      600,
      String(expiresInSec),
    );
  }
});

test('a JWT ends at its exp', t => {
  atSecond1000(t);
  assert.equal(lifetimeOf(jwt({exp: 1_600})), 600);
  assert.equal(lifetimeOf({token: jwt({exp: 1_600})}), 600);
});

test('a JWT that has ended has no life left', t => {
  atSecond1000(t);
  assert.equal(lifetimeOf(jwt({exp: 900})), 0);
});

test('a JWT is read whatever letters its claims hold', t => {
  atSecond1000(t);
  const claims = {username: '💎ÿþ?>~üüü', exp: 1_600};

  for (const padding of ['', 'a', 'aa', 'aaa']) assert.equal(lifetimeOf(jwt({...claims, padding})), 600);
});

test('a token that names no end lives forever', () => {
  const opaque = ['opaque', 'a.b', 'a..b', '', 'a.!!!!.b', `a.${Buffer.from('no json').toString('base64url')}.b`];
  const strange = [{}, null, [], 'x', {exp: '1600'}, {exp: null}, {exp: {}}].map(jwt);
  const endless = `a.${Buffer.from('{"exp": 1e999}').toString('base64url')}.b`;

  for (const token of [...opaque, ...strange, endless]) assert.equal(lifetimeOf(token), Infinity, token);
});

test('a clock that is behind lets no token live longer than it was made for', t => {
  atSecond1000(t);
  assert.equal(lifetimeOf(jwt({iat: 900_000, exp: 903_600})), 3_600);
  assert.equal(lifetimeOf(jwt({iat: 900, exp: 1_600})), 600);
  for (const iat of [2_000, '900', null, {}]) assert.equal(lifetimeOf(jwt({iat, exp: 1_600})), 600, String(iat));
});
