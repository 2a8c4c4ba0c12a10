import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertSchema} from '../support/schemas.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

type Item = {item_id: number; sku: string; content?: Item[]};
type Step = {step_number: number; status: string; unlocked_date: number | null; items: Item[]};
type Chain = {id: number; type: string; date_end: string | null; steps: Step[]};
type Page = {has_more: boolean; total_items_count: number; items: Chain[]};

const DAY = 24 * 3600;

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

async function read<T>(schema: string, path: string, visitor = rocket): Promise<T> {
  const answer = await visitor.call('GET', path);
  assert.equal(answer.status, 200);
  const body: unknown = await answer.json();
  assertSchema(schema, body);
  return body as T;
}

const page = (query = ''): Promise<Page> => read('daily-chains', `/daily_chain${query}`);
const chain = (id: number, visitor?: Visitor): Promise<Chain> => read('daily-chain', `/daily_chain/${id}`, visitor);
const claim = (id: number, day: number | string): Promise<Response> =>
  rocket.call('POST', `/daily_chain/${id}/step/number/${day}/claim`);
const advance = (seconds: number): Promise<{now: string}> => controlled(sandbox, 'POST', '/clock', {seconds});
const statuses = ({steps}: Chain): string[] => steps.map(({status}) => status);

test('out of the box one day of 201 is missed, one claimed, one claimable, and the others come', async () => {
  const {items} = await page();

  assert.deepEqual(
    items.map(({id, type, date_end}) => [id, type, date_end === null]),
    [
      [201, 'calendar_hard', false],
      [202, 'rolling', true],
    ],
  );
  const later = 'claim_in_future';
  assert.deepEqual(items.map(statuses), [
    ['blocked', 'claimed', 'claimable', later, later, later, later],
    ['claimed', 'claimed', 'claimed', later, later],
  ]);
});

test('days of a calendar open a day apart, the next one within a day', async () => {
  const {steps} = await chain(201);
  const dates = steps.map(({unlocked_date}) => unlocked_date ?? 0);

  assert.deepEqual(
    dates.slice(1).map((date, index) => date - (dates[index] ?? 0)),
    [DAY, DAY, DAY, DAY, DAY, DAY],
  );
  const untilNext = (dates[3] ?? 0) - Date.now() / 1000;
  assert.ok(untilNext > DAY / 2 && untilNext < DAY);
});

test('the list is read page by page', async () => {
  const first = await page('?limit=1');
  const second = await page('?limit=1&offset=1');

  assert.deepEqual([first.items[0]?.id, first.has_more, first.total_items_count], [201, true, 2]);
  assert.deepEqual([second.items[0]?.id, second.has_more], [202, false]);
  await assertRefused(await rocket.call('GET', '/daily_chain?limit=51'), 422, 1102, /`limit`/);
});

test('an item has the same number wherever it is, and a bundle says what is in it', async () => {
  const {steps} = await chain(201);
  const items = steps.flatMap(step => step.items);
  const box = items.find(({sku}) => sku === 'com.xsolla.box_1');
  const idOf = (sku: string): Set<number> =>
    new Set([...items, ...(box?.content ?? [])].filter(item => item.sku === sku).map(({item_id}) => item_id));

  assert.deepEqual(
    box?.content?.map(({sku}) => sku),
    ['com.xsolla.potion_2', 'com.xsolla.gem_1'],
  );
  assert.equal(idOf('com.xsolla.gem_1').size, 1);
  assert.equal(idOf('com.xsolla.potion_2').size, 1);
});

test('a day is claimed once, for this player alone', async () => {
  const answer = await claim(201, 3);
  assert.deepEqual([answer.status, await answer.text()], [204, '']);
  await assertRefused(await claim(201, 3), 422, 9912);

  const winner = await Visitor.signIn(sandbox, 'winner');
  assert.equal(statuses(await chain(201))[2], 'claimed');
  assert.deepEqual(statuses(await chain(201, winner)).slice(0, 3), ['blocked', 'blocked', 'claimable']);
});

test('a day that is over, or still to come, is refused and changes nothing', async () => {
  const before = await chain(201);

  await assertRefused(await claim(201, 1), 422, 1102);
  await assertRefused(await claim(201, 4), 422, 1102);
  assert.deepEqual(await chain(201), before);
});

test('an unknown chain and an unknown day are not found', async () => {
  await assertRefused(await rocket.call('GET', '/daily_chain/999'), 404, 4001);
  await assertRefused(await claim(999, 1), 404, 4001);
  await assertRefused(await claim(201, 8), 404, 4001);
  await assertRefused(await claim(201, 'x'), 422, 1102, /`step_number`/);
});

test('the clock makes days pass: a week is played to its end', async () => {
  for (const day of [3, 4, 5, 6, 7]) {
    assert.equal((await claim(201, day)).status, 204);
    await assertRefused(await claim(201, day + 1), day === 7 ? 404 : 422, day === 7 ? 4001 : 1102);
    await advance(DAY);
  }

  assert.deepEqual(statuses(await chain(201)), ['blocked', ...Array<string>(6).fill('claimed')]);
});

test('a day that nobody claims is missed in a calendar and waits in a rolling chain', async () => {
  await advance(2 * DAY);

  assert.deepEqual(statuses(await chain(201)).slice(2, 5), ['blocked', 'blocked', 'claimable']);
  assert.equal(statuses(await chain(202))[3], 'claimable');
});

test('a recurrent chain starts again on the day after its last one', async () => {
  for (const day of [4, 5]) {
    await advance(DAY);
    assert.equal((await claim(202, day)).status, 204);
  }
  assert.deepEqual(statuses(await chain(202)), Array(5).fill('claimed'));

  await advance(DAY);
  assert.deepEqual(statuses(await chain(202)).slice(0, 2), ['claimable', 'claim_in_future']);
});

test('the time that was moved is in the answers, and a page may read it', async () => {
  const still = await rocket.call('GET', '/daily_chain');
  assert.equal(still.headers.get('access-control-expose-headers'), null);

  const {now} = await advance(30 * DAY);
  const moved = await rocket.call('GET', '/daily_chain');

  assert.equal(moved.headers.get('access-control-expose-headers'), 'Date');
  const apart = Date.parse(moved.headers.get('date') ?? '') - Date.parse(now);
  assert.ok(apart >= 0 && apart < 60_000);
  assert.ok(Math.abs(Date.parse(now) - Date.now() - 30 * DAY * 1000) < 60_000);
});

test('a reset brings back the time and the claims', async () => {
  await claim(201, 3);
  await advance(DAY);
  await control(sandbox, 'POST', '/reset');

  assert.equal(statuses(await chain(201))[2], 'claimable');
  assert.equal((await rocket.call('GET', '/daily_chain')).headers.get('access-control-expose-headers'), null);
});

test('the clock goes forward only, by whole seconds', async () => {
  for (const seconds of [-1, 1.5, 1e9, '60']) {
    await assertRefused(await control(sandbox, 'POST', '/clock', {seconds}), 422, 1102, /`seconds`/);
  }
  await assertRefused(await control(sandbox, 'POST', '/clock', {seconds: 1, minutes: 1}), 422, 1102, /`minutes`/);
  assert.equal((await rocket.call('GET', '/daily_chain')).headers.get('access-control-expose-headers'), null);
});

test('a claim whose answer is dropped has been made, one that is dropped itself has not', async () => {
  const path = '/api/v2/project/44056/user/daily_chain';
  await controlled(sandbox, 'PUT', '/faults', [{path, method: 'POST', fault: 'drop-request', times: 1}]);
  await assert.rejects(claim(201, 3));
  assert.equal(statuses(await chain(201))[2], 'claimable');

  await controlled(sandbox, 'PUT', '/faults', [{path, method: 'POST', fault: 'drop-answer', times: 1}]);
  await assert.rejects(claim(201, 3));
  assert.equal(statuses(await chain(201))[2], 'claimed');
});

test('a stale read shows the days as they were', async () => {
  await advance(60);
  await claim(201, 3);
  await controlled(sandbox, 'PUT', '/faults', [{path: '/api', fault: 'stale', seconds: 30, times: 1}]);
  await advance(1);

  assert.equal(statuses(await chain(201))[2], 'claimable');
  assert.equal(statuses(await chain(201))[2], 'claimed');
});
