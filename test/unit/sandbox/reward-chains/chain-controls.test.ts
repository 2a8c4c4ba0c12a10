import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

const HOUR = 3600 * 1000;

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

function fromNow(hours: number): string {
  return new Date(Date.now() + hours * HOUR).toISOString();
}

async function change(changes: object, chainId = 101): Promise<unknown> {
  return await controlled(sandbox, 'PUT', `/chains/${chainId}`, changes);
}

async function ids(): Promise<number[]> {
  return (await rocket.chains()).items.map(({reward_chain_id}) => reward_chain_id);
}

async function contribute(chainId: number): Promise<Response> {
  return await control(sandbox, 'POST', '/users/Rocket/contributions', {reward_chain_id: chainId, amount: 1});
}

test('a change answers what applies now, in the form of the chain list', async () => {
  const [date_start, date_end] = ['2026-01-02T03:04:05+00:00', '2027-01-02T03:04:05+00:00'];
  const answer = await change({date_start: '2026-01-02T05:04:05.678+02:00', date_end, reset_next_date: 1_893_456_000});
  const chain = await rocket.chain(101);

  assert.deepEqual(answer, {
    reward_chain_id: 101,
    date_start,
    date_end,
    reset_next_date: 1_893_456_000,
    enabled: true,
  });
  assert.deepEqual([chain.date_start, chain.date_end], [date_start, date_end]);
  assert.equal(chain.recurrent_schedule?.reset_next_date, 1_893_456_000);
});

test('what is not named stays', async () => {
  const before = await rocket.chain(101);
  await change({date_end: null});
  await change({});

  const {date_start, date_end, recurrent_schedule} = await rocket.chain(101);
  assert.deepEqual([date_start, date_end], [before.date_start, null]);
  assert.deepEqual(recurrent_schedule, before.recurrent_schedule);
});

test('a chain without a schedule has no reset to move', async () => {
  assert.equal(((await change({}, 102)) as {reset_next_date: null}).reset_next_date, null);

  const answer = await control(sandbox, 'PUT', '/chains/102', {reset_next_date: 1_893_456_000});
  await assertRefused(answer, 422, 1102, /`reset_next_date`/);
});

for (const [state, changes] of [
  ['over', {date_end: fromNow(0)}],
  ['not begun', {date_start: fromNow(1)}],
] as const) {
  test(`a chain that is ${state} is shown with its points, and nothing can be claimed on it`, async () => {
    await change(changes);

    assert.ok((await ids()).includes(101));
    assert.equal((await rocket.balance(101)).amount, 1155);
    assert.equal((await rocket.board(101)).length, 4);
    await assertRefused(await rocket.claim(101, 1002), 404, 9911);
  });

  test(`a chain that is ${state} takes no points and gives none of its rewards at a change of clan`, async () => {
    await change(changes);

    await assertRefused(await contribute(101), 422, 1102, /`reward_chain_id`/);
    await rocket.setClan('owls');
    assert.deepEqual(await rocket.updateClan(), []);
  });
}

test('a chain that was ended goes on when its end is taken back', async () => {
  await change({date_end: fromNow(0)});
  await change({date_end: fromNow(1)});

  assert.equal((await rocket.claim(101, 1002)).status, 204);
});

test('a chain begins and ends by itself at its dates', async t => {
  await change({date_start: fromNow(1), date_end: fromNow(2)});
  t.mock.timers.enable({apis: ['Date'], now: Date.now()});
  await assertRefused(await rocket.claim(101, 1002), 404, 9911);

  t.mock.timers.tick(HOUR);
  assert.equal((await rocket.claim(101, 1002)).status, 204);

  t.mock.timers.tick(HOUR);
  await assertRefused(await rocket.claim(101, 1003), 404, 9911);
});

test('a chain that is switched off is not there', async () => {
  await change({enabled: false});

  assert.deepEqual(await ids(), [102, 103, 10]);
  assert.equal((await rocket.chains()).total_items_count, 3);
  await assertRefused(await rocket.call('GET', '/reward_chain/101/balance'), 404, 4001);
  await assertRefused(await rocket.call('GET', '/clan/contributors/101/top'), 404, 4001);
  await assertRefused(await rocket.claim(101, 1002), 404, 9911);
  await assertRefused(await contribute(101), 422, 1102);

  await change({enabled: true});
  assert.equal((await rocket.balance(101)).amount, 1155);
});

test('a reset of a chain clears points and claims of everyone, under both rules, and of no other chain', async () => {
  const before = await rocket.chain(101);
  const answer = await controlled<{date_end: string}>(sandbox, 'POST', '/chains/101/reset');

  for (const claims of ['per-clan', 'per-chain']) {
    await controlled(sandbox, 'PUT', '/options', {claims});
    const {value_point, top_contributors, steps} = await rocket.chain(101);
    assert.deepEqual([value_point.amount, top_contributors], [0, []]);
    assert.ok(steps.every(({is_claimed}) => !is_claimed));
  }
  assert.equal(answer.date_end, before.date_end);
  assert.equal((await rocket.balance(10)).amount, 130);
  assert.ok((await rocket.chain(10)).steps[0]?.is_claimed);
});

test('after a reset of a chain a step can be reached and claimed again', async () => {
  await control(sandbox, 'POST', '/chains/101/reset');
  await assertRefused(await rocket.claim(101, 1001), 422, 9913);

  await rocket.contribute(101, 100);
  assert.equal((await rocket.claim(101, 1001)).status, 204);
});

test('a reset of everything takes the changes back', async () => {
  const before = await rocket.chain(101);
  await change({date_start: fromNow(1), date_end: null, reset_next_date: 1, enabled: false});
  await control(sandbox, 'POST', '/reset');

  assert.deepEqual(await rocket.chain(101), before);
});

test('a change that makes no sense is refused by name and changes nothing', async () => {
  const cases: [object, string][] = [
    [{date_end: 'tomorrow'}, 'date_end'],
    [{date_end: '2026-01-01T00:00:00'}, 'date_end'],
    [{date_end: '2026-02-31T99:00:00Z'}, 'date_end'],
    [{date_end: 7}, 'date_end'],
    [{date_start: null}, 'date_start'],
    [{reset_next_date: 1_893_456_000_000}, 'reset_next_date'],
    [{reset_next_date: '1893456000'}, 'reset_next_date'],
    [{enabled: 'no'}, 'enabled'],
    [{dateEnd: null}, 'dateEnd'],
  ];
  const before = await rocket.chain(101);

  for (const [changes, field] of cases) {
    const answer = await control(sandbox, 'PUT', '/chains/101', {date_end: null, ...changes});
    await assertRefused(answer, 422, 1102, new RegExp(`\`${field}\``));
  }
  assert.deepEqual(await rocket.chain(101), before);
});

test('an unknown chain is not found, and one that is no number is refused', async () => {
  await assertRefused(await control(sandbox, 'PUT', '/chains/999', {}), 404, 4001);
  await assertRefused(await control(sandbox, 'POST', '/chains/999/reset'), 404, 4001);
  await assertRefused(await control(sandbox, 'PUT', '/chains/first', {}), 422, 1102, /`reward_chain_id`/);
});
