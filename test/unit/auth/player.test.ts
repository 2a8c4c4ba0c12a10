import assert from 'node:assert/strict';
import {test} from 'node:test';

import {playerOf} from '../../../src/auth/player.js';
import {jwt} from '../../support/fixtures/jwt.js';

test('a JWT names its player by issuer and subject, whatever the page says', () => {
  const token = jwt({iss: 'https://login.example', sub: 'u-1', username: 'Rocket', exp: 1});

  assert.equal(playerOf(token, undefined), playerOf(jwt({iss: 'https://login.example', sub: 'u-1'}), 'key'));
});

test('another subject, or the same of another issuer, is another player', () => {
  const players = [
    jwt({iss: 'https://login.example', sub: 'u-1'}),
    jwt({iss: 'https://login.example', sub: 'u-2'}),
    jwt({iss: 'https://other.example', sub: 'u-1'}),
    jwt({sub: 'u-1'}),
  ].map(token => playerOf(token, undefined));

  assert.equal(new Set(players).size, 4);
  assert.ok(!players.includes(undefined));
});

test('an opaque token is of whom the page names', () => {
  assert.equal(playerOf('opaque', 'u-1'), playerOf('another', 'u-1'));
  assert.notEqual(playerOf('opaque', 'u-1'), playerOf('opaque', 'u-2'));
});

test('a key that looks like a subject is nobody’s subject', () => {
  assert.notEqual(playerOf('opaque', 'u-1'), playerOf(jwt({sub: 'u-1'}), undefined));
});

test('without a key nobody can be told', () => {
  for (const key of [undefined, '']) assert.equal(playerOf('opaque', key), undefined);
});

test('a JWT without a usable subject is of whom the page names', () => {
  for (const sub of [undefined, null, '', 5, {}]) {
    assert.equal(playerOf(jwt({iss: 'x', sub}), 'u-1'), playerOf('opaque', 'u-1'), String(sub));
    assert.equal(playerOf(jwt({iss: 'x', sub}), undefined), undefined, String(sub));
  }
});
