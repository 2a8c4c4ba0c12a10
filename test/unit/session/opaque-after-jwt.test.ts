import assert from 'node:assert/strict';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {chainAnswer, chainPage} from '../../support/wire.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {grant, UPDATE} from '../claims/claiming.js';
import {boardCall, LIST, sessionOver} from './make-session.js';

/** How many receipts are shown once the session has gone on from a JWT to an opaque token. */
async function receiptsAfter(userKey: string | undefined, between: (sign: {out(): void}) => void = () => undefined) {
  const tokens = [jwt({sub: 'rocket', iss: 'login'}), 'opaque'];
  const used: string[] = [];
  const {session, api} = sessionOver({userKey, clan: 'wolves', getToken: () => tokens[used.push('') - 1] ?? 'opaque'});
  api.on(LIST, () => json(chainPage([chainAnswer()]))).on(UPDATE, grant);
  api.on(boardCall(101), ({headers}) => (headers.get('authorization') === 'Bearer opaque' ? json([]) : json({}, 401)));
  assert.equal(await session.clanSwitch.switchClan({allowVolatile: true}), 'rewarded');
  assert.equal(session.clanSwitch.$receipts.get().length, 1);

  between({out: () => session.signOut()});
  await session.contributors(101).reload();

  return session.clanSwitch.$receipts.get().length;
}

test('an opaque token after a JWT is the same player’s, where the page names the player', async () => {
  assert.equal(await receiptsAfter('rocket-1'), 1);
});

test('it is nobody’s where the page names no player, and after a sign-out', async () => {
  assert.equal(await receiptsAfter(undefined), 0);
  assert.equal(await receiptsAfter('rocket-1', sign => sign.out()), 0);
});
