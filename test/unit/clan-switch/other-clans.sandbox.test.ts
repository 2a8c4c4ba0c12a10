import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LEFT_BEHIND, receiptsOf, useRocket} from './rocket.js';

const rocket = useRocket();

for (const clan of ['owls', 'ravens', 'a clan nobody knows', null]) {
  test(`a move to ${clan ?? 'no clan'} is pending, rewarded with what the wolves owed, and settled`, async () => {
    const session = rocket.signIn();
    await rocket.move(session, clan);
    assert.equal(session.clanSwitch.$state.get().status, 'pending');

    assert.equal(await session.clanSwitch.switchClan(), 'rewarded');

    assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
    assert.equal(session.clanSwitch.$state.get().status, 'settled');
  });
}

for (const [clan, claimable] of [
  ['owls', [1001, 1002, 1003]],
  ['ravens', []],
  [null, []],
] as const) {
  test(`with ${clan ?? 'no clan'} the preview is that of the new clan`, async () => {
    const session = rocket.signIn();
    await rocket.move(session, clan);
    await session.clanSwitch.switchClan();

    const [quest] = await session.clanSwitch.preview();

    assert.deepEqual(
      quest?.claimable.map(({stepId}) => stepId),
      claimable,
    );
  });
}

test('from no clan into the owls there was nothing to grant', async () => {
  const session = rocket.signIn();
  await rocket.move(session, null);
  await session.clanSwitch.switchClan();
  await rocket.move(session, 'owls');

  assert.equal(await session.clanSwitch.switchClan(), 'nothing');

  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
});

test('from the rich owls on to the ravens, the owls’ rewards come, too', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'owls');
  await session.clanSwitch.switchClan();
  await rocket.move(session, 'ravens');

  assert.equal(await session.clanSwitch.switchClan(), 'rewarded');

  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND, ['Small potion', ...LEFT_BEHIND]]);
});

test('a switch without a move grants nothing, says so, and leaves everything as it was', async () => {
  const session = rocket.signIn();

  assert.equal(await session.clanSwitch.switchClan(), 'uncertain');
  await rocket.passMinute(session, () => session.clanSwitch.$state.get().status !== 'recovering');

  assert.deepEqual(session.clanSwitch.$state.get(), {status: 'settled', unchanged: true});
  assert.deepEqual(receiptsOf(session), []);
  await session.claimStep(101, 1002);
});

test('a move that the game has told the page and not yet the server stays pending', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');
  await rocket.sandbox.setAttributes('Rocket', {clan: 'wolves'});

  assert.equal(await session.clanSwitch.switchClan(), 'uncertain');
  await rocket.passMinute(session, () => session.clanSwitch.$state.get().status !== 'recovering');
  assert.deepEqual(session.clanSwitch.$state.get(), {status: 'pending', unchanged: true});

  await rocket.sandbox.setAttributes('Rocket', {clan: 'ravens'});
  assert.equal(await session.clanSwitch.switchClan(), 'rewarded');
  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
});
