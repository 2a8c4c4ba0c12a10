import assert from 'node:assert/strict';
import {test} from 'node:test';

import {waitUntil} from '../../support/wait-until.js';
import {mapStorage} from '../storage/fake-stores.js';
import {LEFT_BEHIND, receiptsOf, useRocket} from './rocket.js';

const rocket = useRocket();

test('Rocket leaves the wolves and gets a receipt of what was left, once', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');

  assert.equal(await session.clanSwitch.switchClan(), 'rewarded');

  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
  assert.equal(session.clanSwitch.$receipts.get()[0]?.complete, true);
  assert.deepEqual(session.clanSwitch.$state.get(), {status: 'settled'});
});

test('a second switch grants nothing and leaves the receipt as it is', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');
  await session.clanSwitch.switchClan();
  const receipts = session.clanSwitch.$receipts.get();

  assert.equal(await session.clanSwitch.switchClan(), 'nothing');

  assert.deepEqual(session.clanSwitch.$receipts.get(), receipts);
  assert.equal((await rocket.updates()).length, 2);
});

test('two calls at once reach the server as one update', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');

  const outcomes = await Promise.all([session.clanSwitch.switchClan(), session.clanSwitch.switchClan()]);

  assert.deepEqual(outcomes, ['rewarded', 'rewarded']);
  assert.equal((await rocket.updates()).length, 1);
  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
});

test('the preview names what the switch then grants, and moves nobody', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');

  const snapshot = await session.clanSwitch.preview();

  const names = snapshot.flatMap(({claimable}) => claimable.flatMap(({rewards}) => rewards.map(({name}) => name)));
  assert.deepEqual(names, LEFT_BEHIND);
  assert.deepEqual(
    snapshot.map(({id, points}) => [id, points]),
    [
      [101, 1_155],
      [102, 120],
      [103, 0],
    ],
  );
  assert.deepEqual(await rocket.updates(), []);
});

test('what Rocket claims before the switch is not on its receipt', async () => {
  const session = rocket.signIn();
  await session.claimStep(101, 1002);
  await rocket.move(session, 'ravens');

  assert.equal(await session.clanSwitch.switchClan(), 'rewarded');

  assert.deepEqual(receiptsOf(session), [['Mega potion']]);
});

test('what Rocket’s clan reaches at the last moment is on the receipt, too', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');
  await rocket.sandbox.contribute('MrJoe', 101, 845);

  assert.equal(await session.clanSwitch.switchClan(), 'rewarded');

  const [receipt] = session.clanSwitch.$receipts.get();
  assert.deepEqual(
    receipt?.rewards.map(({sku, quantity}) => [sku, quantity]),
    [
      ['com.xsolla.box_1', 1],
      ['com.xsolla.potion_1', 1],
      ['com.xsolla.gem_1', 50],
    ],
  );
});

test('an acknowledged receipt is gone', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');
  await session.clanSwitch.switchClan();

  await session.clanSwitch.acknowledge(session.clanSwitch.$receipts.get()[0]!.id);

  assert.deepEqual(session.clanSwitch.$receipts.get(), []);
});

test('a receipt outlives the session, and an acknowledged one stays away from the next', async () => {
  const storage = mapStorage();
  const session = rocket.signIn({storage});
  await rocket.move(session, 'ravens');
  await session.clanSwitch.switchClan();
  session.destroy();

  const next = rocket.signIn({storage});
  next.clanSwitch.$receipts.listen(() => undefined);
  await waitUntil(() => receiptsOf(next).length, 'the receipt');
  assert.deepEqual(receiptsOf(next), [LEFT_BEHIND]);
  await next.clanSwitch.acknowledge(next.clanSwitch.$receipts.get()[0]!.id);

  const last = rocket.signIn({storage});
  await rocket.move(last, 'owls');
  assert.deepEqual(receiptsOf(last), []);
});
