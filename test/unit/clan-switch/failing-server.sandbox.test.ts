import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LEFT_BEHIND, receiptsOf, UPDATE, useRocket} from './rocket.js';

const rocket = useRocket();
const LIST = '/api/v2/project/44056/user/reward_chain';

async function switchUnder(...faults: object[]) {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');
  await rocket.sandbox.setFaults(faults);
  const outcome = await session.clanSwitch.switchClan();
  const state = session.clanSwitch.$state.get();
  return {session, outcome, code: state.status === 'failed' ? state.error.code : state.status};
}

test('a 503 before the update was carried out shows nothing done, and the update is sent once more', async () => {
  const {session, outcome} = await switchUnder({method: 'PUT', path: UPDATE, fault: 'status', status: 503, times: 1});

  assert.equal(outcome, 'rewarded');
  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
  assert.deepEqual(
    (await rocket.updates()).map(({applied, status}) => [applied, status]),
    [
      [false, 503],
      [true, 200],
    ],
  );
});

test('a server that goes on failing is not asked a third time', async () => {
  const {code, outcome} = await switchUnder({method: 'PUT', path: UPDATE, fault: 'status', status: 503});

  assert.deepEqual([outcome, code], ['uncertain', 'recovering']);
  assert.equal((await rocket.updates()).length, 2);
});

for (const [status, code] of [
  [403, 'forbidden'],
  [422, 'invalid'],
  [429, 'rate-limited'],
] as const) {
  test(`a ${status} in the vendor’s words fails as ${code}; the next switch grants everything`, async () => {
    const ended = await switchUnder({method: 'PUT', path: UPDATE, fault: 'status', status, times: 1});
    assert.deepEqual([ended.outcome, ended.code, receiptsOf(ended.session)], ['not-sent', code, []]);

    assert.equal(await ended.session.clanSwitch.switchClan(), 'rewarded');
    assert.deepEqual(receiptsOf(ended.session), [LEFT_BEHIND]);
  });
}

test('a 401 is answered with another token and one more update', async () => {
  const {session, outcome} = await switchUnder({method: 'PUT', path: UPDATE, fault: 'status', status: 401, times: 1});

  assert.equal(outcome, 'rewarded');
  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
  assert.deepEqual(
    (await rocket.updates()).map(({status}) => status),
    [401, 200],
  );
});

test('a 401 twice signs the player out and grants nothing', async () => {
  const {session, outcome, code} = await switchUnder({method: 'PUT', path: UPDATE, fault: 'status', status: 401});

  assert.deepEqual([outcome, code, receiptsOf(session)], ['not-sent', 'auth-required', []]);
  assert.equal((await rocket.updates()).length, 2);
});

test('while the chains cannot be read, nothing is sent and nothing lost', async () => {
  const {session, outcome, code} = await switchUnder({method: 'GET', path: LIST, fault: 'status', status: 503});
  assert.deepEqual([outcome, code], ['not-sent', 'server']);
  assert.deepEqual(await rocket.updates(), []);

  await rocket.sandbox.setFaults([]);

  assert.equal(await session.clanSwitch.switchClan(), 'rewarded');
  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
});
