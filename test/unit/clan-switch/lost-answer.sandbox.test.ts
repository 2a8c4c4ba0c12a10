import assert from 'node:assert/strict';
import {test} from 'node:test';

import {waitUntil} from '../../support/wait-until.js';
import {mapStorage} from '../storage/fake-stores.js';
import {LEFT_BEHIND, receiptsOf, UPDATE, useRocket} from './rocket.js';

const rocket = useRocket();
const RECOVERED = [LEFT_BEHIND.map(name => `${name}, recovered`)];
const EXPECTED = [LEFT_BEHIND.map(name => `${name}, expected`)];

/** Rocket goes to another clan, and the update meets a fault. */
async function switchUnder(fault: object, clan = 'ravens') {
  const disk = new Map<string, string>();
  const session = rocket.signIn({storage: mapStorage(disk)});
  await rocket.move(session, clan);
  await rocket.sandbox.setFaults([{method: 'PUT', path: UPDATE, ...fault}]);
  return {session, disk, outcome: await session.clanSwitch.switchClan()};
}

const LOST_AFTER = [
  {fault: 'drop-answer'},
  {fault: 'truncate', bytes: 40},
  {fault: 'body', contentType: 'text/html', body: '<h1>Welcome</h1>'},
  {fault: 'body', contentType: 'application/json', body: '{}'},
  {fault: 'body', contentType: 'application/json', body: '{"reward": []}'},
  {fault: 'status-after', status: 403, body: '<h1>Blocked</h1>'},
  {fault: 'status-after', status: 500},
];

for (const fault of LOST_AFTER) {
  test(`${JSON.stringify(fault)} on the way to a poor clan: the look proves what was granted`, async () => {
    const {session, outcome} = await switchUnder(fault);

    assert.equal(outcome, 'rewarded');
    assert.deepEqual(receiptsOf(session), RECOVERED);
    assert.equal(session.clanSwitch.$receipts.get()[0]?.complete, true);
    assert.equal((await rocket.updates()).length, 1);
  });

  test(`${JSON.stringify(fault)} on the way to a rich clan: what was expected, without a promise`, async () => {
    const {session, outcome} = await switchUnder(fault, 'owls');

    assert.equal(outcome, 'uncertain');
    assert.deepEqual(receiptsOf(session), EXPECTED);
    assert.equal(session.clanSwitch.$receipts.get()[0]?.complete, false);
    assert.equal((await rocket.updates()).length, 1);
  });
}

test('a part of the answer is shown as answered, and the rest as recovered', async () => {
  const body = JSON.stringify({reward: [{sku: 'com.xsolla.box_1', name: 'Super box', type: 'bundle', quantity: 1}]});

  const {session, outcome} = await switchUnder({fault: 'body', contentType: 'application/json', body});

  assert.equal(outcome, 'rewarded');
  assert.deepEqual(receiptsOf(session), [['Super box', 'Mega potion, recovered']]);
});

test('an update that never reached the server is sent once more, and its answer counts', async () => {
  const {session, outcome} = await switchUnder({fault: 'drop-request', times: 1});

  assert.equal(outcome, 'rewarded');
  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
  assert.deepEqual(
    (await rocket.updates()).map(({applied}) => applied),
    [false, true],
  );
});

test('where no update reaches the server the end stays open, and the next switch finds it', async () => {
  const {session, outcome} = await switchUnder({fault: 'drop-request'});
  assert.equal(outcome, 'uncertain');
  const state = session.clanSwitch.$state.get();
  assert.deepEqual(state.status === 'recovering' && state.expected.map(({name}) => name), LEFT_BEHIND);
  assert.equal((await rocket.updates()).length, 2);

  await rocket.sandbox.setFaults([]);

  assert.equal(await session.clanSwitch.switchClan(), 'rewarded');
  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
});

test('a page that is closed while the update is under way finds the rewards at its next start', async () => {
  const disk = new Map<string, string>();
  const storage = mapStorage(disk);
  let isClosed = false;
  const set: typeof storage.set = (key, text) => {
    // From the moment the note is kept, this page writes nothing any more.
    if (!isClosed) storage.set(key, text);
    isClosed ||= text.includes('"state":"inflight"');
  };
  const session = rocket.signIn({storage: {...storage, set}});
  await rocket.move(session, 'ravens');
  await rocket.sandbox.setFaults([{method: 'PUT', path: UPDATE, fault: 'drop-answer'}]);
  await session.clanSwitch.switchClan({allowVolatile: true});
  session.destroy();

  const next = rocket.signIn({storage, clan: 'ravens'});
  next.clanSwitch.$receipts.listen(() => undefined);
  await waitUntil(() => receiptsOf(next).length, 'the receipt');

  assert.deepEqual(receiptsOf(next), RECOVERED);
  assert.equal((await rocket.updates()).length, 1);
});

test('after a lost answer the next switch to a poor clan finds nothing more, and keeps the receipt', async () => {
  const {session} = await switchUnder({fault: 'drop-answer', times: 1});

  assert.equal(await session.clanSwitch.switchClan(), 'nothing');

  assert.deepEqual(receiptsOf(session), RECOVERED);
  assert.equal(session.clanSwitch.$state.get().status, 'settled');
});
