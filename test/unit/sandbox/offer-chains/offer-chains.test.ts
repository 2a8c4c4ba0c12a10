import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {defaultSeed} from '../../../../demo/sandbox/seed/default-seed.js';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertSchema} from '../support/schemas.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

type Step = {
  step_number: number;
  is_free: boolean;
  is_claimed: boolean;
  step_price: {amount: number; currency: string} | null;
  items: {sku: string; content: {sku: string}[] | null}[];
  step_vp_rewards: {sku: string; amount: number; is_clan: boolean}[];
};
type Chain = {
  id: number;
  name: string;
  next_step_number: number | null;
  recurrent_schedule: {interval_type: string; reset_next_date: number} | null;
  steps: Step[];
};
type Page = {has_more: boolean; total_items_count: number; items: Chain[]};

const HOUR = 3600;

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

const page = (query = ''): Promise<Page> => read('offer-chains', `/offer_chain${query}`);
const chain = (id: number, visitor?: Visitor): Promise<Chain> => read('offer-chain', `/offer_chain/${id}`, visitor);
const take = (way: 'claim' | 'order', id: number, step: number | string): Promise<Response> =>
  rocket.call('POST', `/offer_chain/${id}/step/number/${step}/${way}`);
const advance = (seconds: number): Promise<{now: string}> => controlled(sandbox, 'POST', '/clock', {seconds});
const claimed = ({steps}: Chain): boolean[] => steps.map(({is_claimed}) => is_claimed);

async function order(id: number, step: number): Promise<{order_id: number; token: string}> {
  const body = (await (await take('order', id, step)).json()) as {order_id: number; token: string};
  assertSchema('placed-order', body);
  return body;
}

test('out of the box the ladder has free and paid steps, and its first one is taken', async () => {
  const {items} = await page();
  const [ladder, hourly] = items;

  assert.deepEqual(
    ladder?.steps.map(({step_price}) => step_price && [step_price.amount, step_price.currency]),
    [null, [0.99, 'EUR'], null, [4.99, 'EUR'], null],
  );
  assert.deepEqual([ladder?.id, ladder?.name, ladder?.next_step_number], [301, 'Winter ladder', 2]);
  assert.deepEqual(ladder && claimed(ladder), [true, false, false, false, false]);
  assert.deepEqual([hourly?.id, hourly?.recurrent_schedule?.interval_type], [302, 'hourly']);
  const reset = (hourly?.recurrent_schedule?.reset_next_date ?? 0) - Date.now() / 1000;
  assert.ok(reset > 0 && reset < HOUR);
});

test('a step says what it gives: the content of a bundle, and points', async () => {
  const {steps} = await chain(301);

  assert.deepEqual(
    steps[3]?.items[0]?.content?.map(({sku}) => sku),
    ['com.xsolla.potion_1', 'com.xsolla.potion_2', 'com.xsolla.gem_1'],
  );
  assert.deepEqual(
    steps[3]?.step_vp_rewards.map(({sku, amount, is_clan}) => [sku, amount, is_clan]),
    [['com.xsolla.clan_point_1', 60, true]],
  );
});

test('the list is read page by page, thirty at most', async () => {
  const first = await page('?limit=1');
  const second = await page('?limit=1&offset=1');

  assert.deepEqual([first.items[0]?.id, first.has_more, first.total_items_count], [301, true, 2]);
  assert.deepEqual([second.items[0]?.id, second.has_more], [302, false]);
  await assertRefused(await rocket.call('GET', '/offer_chain?limit=31'), 422, 1102, /`limit`/);
});

test('a free step is claimed with an order that is done, once, and opens the next one', async () => {
  const answer = await take('claim', 302, 1);
  const body = (await answer.json()) as {order_id: number};
  assertSchema('claimed-offer', body);
  const made = await rocket.callProject('GET', `/order/${body.order_id}`);

  assert.equal(((await made.json()) as {status: string}).status, 'done');
  assert.equal((await chain(302)).next_step_number, 2);
  await assertRefused(await take('claim', 302, 1), 422, 9912);
});

test('a paid step is taken when its order is done, and not before', async () => {
  const {order_id} = await order(301, 2);
  assert.equal((await chain(301)).next_step_number, 2);

  await controlled(sandbox, 'POST', `/orders/${order_id}/pay`, {deliver: false});
  assert.equal((await chain(301)).next_step_number, 2);

  await controlled(sandbox, 'POST', `/orders/${order_id}/deliver`);
  assert.equal((await chain(301)).next_step_number, 3);
});

test('a bought step gives its points to the clan', async () => {
  const before = await rocket.balance(101);
  const {order_id} = await order(301, 2);
  await controlled(sandbox, 'POST', `/orders/${order_id}/pay`);

  assert.equal((await rocket.balance(101)).amount, before.amount + 10);
});

test('as with the vendor, nothing stops a second order of the same step', async () => {
  const [one, other] = [await order(301, 2), await order(301, 2)];

  assert.notEqual(one.order_id, other.order_id);
  assert.notEqual(one.token, other.token);
});

test('a step that is not next, or of the other kind, is refused and changes nothing', async () => {
  const before = await chain(301);

  await assertRefused(await take('claim', 301, 3), 422, 1102, /not the next/);
  await assertRefused(await take('order', 301, 4), 422, 1102, /not the next/);
  await assertRefused(await take('claim', 301, 2), 422, 1102, /not free/);
  await assertRefused(await take('order', 302, 1), 422, 1102, /is free/);
  await assertRefused(await take('order', 301, 1), 422, 9912);
  assert.deepEqual(await chain(301), before);
});

test('an unknown chain and an unknown step are not found', async () => {
  await assertRefused(await rocket.call('GET', '/offer_chain/999'), 404, 4001);
  await assertRefused(await take('claim', 999, 1), 404, 4001);
  await assertRefused(await take('order', 301, 6), 404, 4001);
  await assertRefused(await take('claim', 301, 'x'), 422, 1102, /`step_number`/);
});

test('a ladder is climbed to its end, which shows as no next step', async () => {
  for (const step of [2, 4]) {
    const {order_id} = await order(301, step);
    await controlled(sandbox, 'POST', `/orders/${order_id}/pay`);
    assert.equal((await take('claim', 301, step + 1)).status, 200);
  }

  assert.equal((await chain(301)).next_step_number, null);
});

test('a reset sends everybody to the first step', async () => {
  await take('claim', 302, 1);
  await advance(HOUR);
  const {next_step_number, recurrent_schedule} = await chain(302);

  assert.equal(next_step_number, 1);
  assert.ok((recurrent_schedule?.reset_next_date ?? 0) * 1000 > Date.now() + HOUR * 1000);
});

test('an order from before a reset, paid after it, counts in the round of then', async () => {
  await take('claim', 302, 1);
  const {order_id} = await order(302, 2);
  await advance(HOUR);
  await take('claim', 302, 1);
  const paid = await controlled<{status: string}>(sandbox, 'POST', `/orders/${order_id}/pay`);

  assert.equal(paid.status, 'done');
  assert.equal((await chain(302)).next_step_number, 2);
});

test('a chain is started again, and hidden, by hand', async () => {
  await advance(1);
  assert.deepEqual(await controlled(sandbox, 'POST', '/offer-chains/301/reset'), {offer_chain_id: 301, enabled: true});
  assert.equal((await chain(301)).next_step_number, 1);

  await controlled(sandbox, 'PUT', '/offer-chains/301', {enabled: false});
  assert.deepEqual(
    (await page()).items.map(({id}) => id),
    [302],
  );
  await assertRefused(await take('claim', 301, 1), 404, 4001);
  await assertRefused(await control(sandbox, 'PUT', '/offer-chains/301', {}), 422, 1102, /`enabled`/);
  await assertRefused(await control(sandbox, 'PUT', '/offer-chains/999', {enabled: true}), 404, 4001);
});

test('a personal chain is for players who meet its conditions, and takes the place of the others', async t => {
  const [ladder, hourly] = defaultSeed.offer_chains;
  assert.ok(ladder && hourly);
  const personal = {
    ...ladder,
    attribute_conditions: [{attribute: 'vip', type: 'string', operator: 'eq', value: 'yes'}],
  };
  const offer_chains = [personal, {...hourly, is_always_visible: false}] as typeof defaultSeed.offer_chains;
  const shop = await startSandbox({port: 0, seed: {...defaultSeed, offer_chains}});
  t.after(() => shop.close());
  const visitor = await Visitor.signIn(shop, 'Rocket');
  const ids = async (): Promise<number[]> =>
    (await read<Page>('offer-chains', '/offer_chain', visitor)).items.map(({id}) => id);

  assert.deepEqual(await ids(), [302]);
  await controlled(shop, 'PUT', '/users/Rocket/attributes', {vip: 'yes'});
  assert.deepEqual(await ids(), [301]);
});

test('an order whose answer is dropped has been made, one that is dropped itself has not', async () => {
  const path = '/api/v2/project/44056/user/offer_chain';
  const count = async (): Promise<number> => (await controlled<unknown[]>(sandbox, 'GET', '/orders')).length;
  await controlled(sandbox, 'PUT', '/faults', [{path, method: 'POST', fault: 'drop-request', times: 1}]);
  await assert.rejects(take('order', 301, 2));
  assert.equal(await count(), 0);

  await controlled(sandbox, 'PUT', '/faults', [{path, method: 'POST', fault: 'drop-answer', times: 1}]);
  await assert.rejects(take('order', 301, 2));
  assert.equal(await count(), 1);
});

test('a stale read shows the steps as they were', async () => {
  await advance(60);
  await take('claim', 302, 1);
  await controlled(sandbox, 'PUT', '/faults', [{path: '/api', fault: 'stale', seconds: 30, times: 1}]);
  await advance(1);

  assert.equal((await chain(302)).next_step_number, 1);
  assert.equal((await chain(302)).next_step_number, 2);
});

test('a chain that is over is listed, and nothing on it can be taken', async () => {
  await advance(10 * 24 * HOUR);

  assert.equal((await page()).items[0]?.id, 301);
  await assertRefused(await take('order', 301, 2), 404, 4001);
});
