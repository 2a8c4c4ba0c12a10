import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';

import {LEFT_BEHIND, receiptsOf, UPDATE, useRocket} from './rocket.js';

const rocket = useRocket();
beforeEach(() => rocket.sandbox.setOptions({claims: 'per-chain'}));

for (const clan of ['ravens', 'owls', null]) {
  test(`where claims count per chain, a move to ${clan ?? 'no clan'} is rewarded once and then settled`, async () => {
    const session = rocket.signIn();
    await rocket.move(session, clan);

    assert.equal(await session.clanSwitch.switchClan(), 'rewarded');
    assert.equal(await session.clanSwitch.switchClan(), 'nothing');

    assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
    assert.deepEqual(session.clanSwitch.$state.get(), {status: 'settled'});
  });
}

test('where claims count per chain, the way back to the wolves grants nothing again', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'owls');
  await session.clanSwitch.switchClan();
  await rocket.move(session, 'wolves');

  assert.equal(await session.clanSwitch.switchClan(), 'nothing');

  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
});

test('where claims count per chain, a lost answer is found in the chains of a rich clan, too', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'owls');
  await rocket.sandbox.setFaults([{method: 'PUT', path: UPDATE, fault: 'drop-answer'}]);

  assert.equal(await session.clanSwitch.switchClan(), 'rewarded');

  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND.map(name => `${name}, recovered`)]);
});
