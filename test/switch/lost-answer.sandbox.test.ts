import assert from 'node:assert/strict';
import {test} from 'node:test';

import {receiptsOf, UPDATE, useRocket} from './rocket.js';

const rocket = useRocket();
const EXPECTED = [['Super box, expected', 'Mega potion, expected']];

/** Rocket goes to the ravens, and the update meets a fault. */
async function switchUnder(fault: object) {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');
  await rocket.sandbox.faults([{method: 'PUT', path: UPDATE, ...fault}]);
  return {session, outcome: await session.clanSwitch.switchClan()};
}

test('a granted update whose answer is dropped is uncertain, with all that was expected', async () => {
  const {session, outcome} = await switchUnder({fault: 'drop-answer'});

  assert.equal(outcome, 'uncertain');
  assert.deepEqual(receiptsOf(session), EXPECTED);
  assert.equal(session.clanSwitch.$receipts.get()[0]?.complete, false);
});

test('an update whose answer is dropped is not sent again', async () => {
  await switchUnder({fault: 'drop-answer'});

  const updates = (await rocket.updates()).map(({user, applied, status}) => ({user, applied, status}));
  assert.deepEqual(updates, [{user: 'Rocket', applied: true, status: null}]);
});

test('an update that never reached the server is uncertain, too: nobody can tell', async () => {
  const {session, outcome} = await switchUnder({fault: 'drop-request'});

  assert.equal(outcome, 'uncertain');
  assert.deepEqual(receiptsOf(session), EXPECTED);
  assert.equal((await rocket.updates()).length, 1);
});

for (const fault of [
  {fault: 'truncate', bytes: 40},
  {fault: 'body', contentType: 'text/html', body: '<h1>Welcome</h1>'},
  {fault: 'body', contentType: 'application/json', body: '{}'},
  {fault: 'status-after', status: 403, body: '<h1>Blocked</h1>'},
]) {
  test(`${JSON.stringify(fault)} loses nothing of what was expected`, async () => {
    const {session, outcome} = await switchUnder(fault);

    assert.equal(outcome, 'uncertain');
    assert.deepEqual(receiptsOf(session), EXPECTED);
    assert.equal((await rocket.updates()).length, 1);
  });
}

test('an empty answer in place of the true one is never "nothing"', async () => {
  const body = JSON.stringify({reward: []});

  const {session, outcome} = await switchUnder({fault: 'body', contentType: 'application/json', body});

  assert.equal(outcome, 'uncertain');
  assert.deepEqual(receiptsOf(session), EXPECTED);
});

test('after a lost answer the next switch to a poor clan finds nothing more, and keeps the receipt', async () => {
  const {session} = await switchUnder({fault: 'drop-answer', times: 1});

  assert.equal(await session.clanSwitch.switchClan(), 'nothing');

  assert.deepEqual(receiptsOf(session), EXPECTED);
  assert.deepEqual(session.clanSwitch.$state.get(), {status: 'settled'});
});
