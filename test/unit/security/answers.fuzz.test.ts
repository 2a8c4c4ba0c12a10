import assert from 'node:assert/strict';
import {test} from 'node:test';

import {fetchBalances, fetchCatalog, fetchUpsell} from '../../../src/catalog/calls.js';
import {climbWith} from '../../../src/catalog/climb.js';
import type {CatalogItem} from '../../../src/catalog/items.js';
import {isOnSale, nextMoment} from '../../../src/catalog/rules.js';
import {readClanUpdate} from '../../../src/clan-switch/update.js';
import {toContributorRows} from '../../../src/boards/wire.js';
import {isDefinitive, toFailure} from '../../../src/http/failures.js';
import {fetchBalance, fetchRewardChains} from '../../../src/reward-chains/calls.js';
import {toJson} from '../../../src/http/parse.js';
import {isLiveOpsError} from '../../../src/errors.js';
import type {Contributor, Reward, RewardChain} from '../../../src/model.js';
import {toContributors} from '../../../src/boards/contributors.js';
import {UNKNOWN_TIME} from '../../../src/stores/server-clock.js';
import {Chance, seedOf} from './chance.js';
import {hostileAnswer} from './hostile-answers.js';
import * as opinion from './second-opinion.js';

const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 10_000);
const JSON_HEADERS = new Headers({'content-type': 'application/json'});

/** What belongs to every object; a change of it would be a change of the whole page. */
const ROOTS = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype];
const rootsNow = (): string => ROOTS.map(root => Reflect.ownKeys(root).map(String).join()).join('|');

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;
const isAmount = (value: unknown): boolean => value === null || (Number.isFinite(value) && (value as number) >= 0);

function checkReward(reward: Reward): void {
  assert.ok(isPlain(reward));
  for (const key of ['sku', 'name', 'type'] as const) assert.equal(typeof reward[key], 'string');
  if (reward.quantity !== undefined) assert.ok(Number.isSafeInteger(reward.quantity) && reward.quantity >= 1);
  if (reward.imageUrl !== undefined) assert.match(reward.imageUrl, /^https:\/\/(?![^/]*@)/);
}

function checkBoard(rows: readonly Contributor[]): void {
  for (const {rank, name, amount} of rows) {
    assert.ok(Number.isInteger(rank) && rank >= 1 && typeof name === 'string' && isAmount(amount));
  }
}

function checkChain(chain: RewardChain): void {
  assert.ok(isPlain(chain) && Number.isSafeInteger(chain.id) && chain.id >= 1);
  assert.ok([chain.name, chain.valuePoint.sku, chain.valuePoint.name].every(text => typeof text === 'string'));
  assert.ok(isAmount(chain.order) && isAmount(chain.valuePoint.amount));
  assert.ok([chain.startsAt, chain.endsAt, chain.reset?.at].every(time => time === undefined || Number.isFinite(time)));
  for (const step of chain.steps) {
    assert.ok(
      isPlain(step) && Number.isSafeInteger(step.id) && isAmount(step.price) && typeof step.claimed === 'boolean',
    );
    step.rewards.forEach(checkReward);
  }
}

const DECIMAL = /^\d{1,15}(\.\d{1,16})?$/;
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

function checkItem({
  sku,
  name,
  price,
  virtualPrices,
  promotions,
  periods,
  points,
  content,
  ...item
}: CatalogItem): void {
  assert.ok(isPlain(item) && typeof sku === 'string' && sku && typeof name === 'string' && name);
  for (const amount of [price?.amount, price?.withoutDiscount]) assert.match(amount ?? '0', DECIMAL);
  for (const {amount} of virtualPrices) assert.match(amount, /^\d{1,20}$/);
  for (const limit of [item.userLimit, item.stock, ...promotions.map(one => one.limit)])
    assert.ok(
      !limit || (isCount(limit.available) && isCount(limit.total ?? 0) && Number.isFinite(limit.reset?.at ?? 0)),
    );
  for (const {discount, startsAt = 0, endsAt = 0, gifts} of promotions) {
    assert.ok(Number.isFinite(startsAt) && Number.isFinite(endsAt));
    assert.match(discount?.percent ?? discount?.value ?? '0', DECIMAL);
    gifts.forEach(checkReward);
  }
  for (const {from = 0, until = 0} of periods) assert.ok(Number.isFinite(from) && Number.isFinite(until));
  assert.ok(points.every(({amount}) => isAmount(amount)));
  content.forEach(checkReward);
}

/** What `read` gives; `undefined` where it refuses with an error of ours, which names nothing of the answer. */
async function readOr<T>(read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    assert.ok(isLiveOpsError(error));
    assert.deepEqual([error.code, error.message], ['bad-answer', 'The answer is unreadable.']);
    return undefined;
  }
}

function keepsContributors(body: unknown, rows: readonly {name: string; amount: number | null}[]): void {
  const sure = opinion.accepted(opinion.contributors, body);
  if (!sure) return;
  assert.deepEqual(
    rows,
    sure.map(({name, contributed_amount}) => ({name, amount: contributed_amount})),
  );
}

function keepsRewards(body: unknown, reading: ReturnType<typeof readClanUpdate>): void {
  const sure = opinion.accepted(opinion.clanUpdate, body);
  if (!sure) return;
  assert.ok(reading.kind === 'granted' && reading.whole);
  assert.deepEqual(
    reading.rewards.map(({sku, name, type, quantity}) => ({sku, name, type, quantity})),
    sure.reward.map(({sku, name, type, quantity}) => ({sku, name, type, quantity})),
  );
}

function keepsChains(body: unknown, chains: readonly RewardChain[] | undefined): void {
  const sure = opinion.accepted(opinion.chains, body);
  // A list that goes on is read on, and of two chains with one id the later stays.
  if (!sure || sure.has_more || new Set(sure.items.map(item => item.reward_chain_id)).size < sure.items.length) return;
  assert.deepEqual(
    chains?.map(({id, name, order, clanType, steps}) => [
      id,
      name,
      order,
      clanType,
      steps.map(step => [step.id, step.price, step.claimed, step.rewards.length]),
    ]),
    sure.items.map(({reward_chain_id, name, order, clan_type, steps}) => [
      reward_chain_id,
      name,
      order,
      clan_type,
      steps.map(step => [step.step_id, step.price.amount, step.is_claimed, step.reward.length]),
    ]),
  );
}

function keepsItems(body: unknown, items: readonly CatalogItem[] | undefined): void {
  const sure = opinion.accepted(opinion.items, body);
  if (!sure || sure.has_more || new Set(sure.items.map(item => item.sku)).size < sure.items.length) return;
  assert.deepEqual(
    items?.map(item => [
      ...[item.sku, item.price?.amount, item.buyable, item.userLimit?.available],
      item.virtualPrices.map(({sku, amount}) => [sku, amount]),
      item.promotions.map(({gifts}) => gifts.map(({sku}) => sku)),
      item.points.map(({sku, amount, isClan}) => [sku, amount, isClan]),
      item.content.map(({sku}) => sku),
    ]),
    sure.items.map(item => [
      ...[item.sku, item.price && 'amount' in item.price ? item.price.amount : undefined, item.can_be_bought],
      item.limits?.per_user.available,
      item.virtual_prices.map(({sku, amount}) => [sku, String(amount)]),
      item.promotions.map(({bonus}) => bonus.map(({sku}) => sku)),
      item.vp_rewards.map(({sku, amount, is_clan = false}) => [sku, amount, is_clan]),
      item.content.map(({sku}) => sku),
    ]),
  );
}

function checkClimb(items: readonly CatalogItem[]): void {
  const {items: chosen, points} = climbWith(items, {pointsNeeded: 100, valuePointSku: undefined});
  assert.ok(chosen.length <= 3 && chosen.every(isOnSale) && isAmount(points));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const answerOf = (text: string, status = 200) => ({status, headers: JSON_HEADERS, text});
const httpOf = (text: string) => ({read: async () => answerOf(text)}) as never;
const catalogOf = (text: string) => ({http: httpOf(text), projectId: 1, locale: 'de'});

/** Every reader, in the order of the kinds of answers. */
const CHECKS: readonly ((text: string) => unknown)[] = [
  async text => {
    const rows = (await readOr(() => toContributorRows(toJson(answerOf(text))))) ?? [];
    const before = toContributors([...rows].reverse(), {});
    checkBoard(toContributors(rows, {ownName: 'Rocket'}, before));
    keepsContributors(parsed(text), rows);
  },
  async text => {
    const chains = await readOr(() => fetchRewardChains(httpOf(text), 1));
    chains?.forEach(checkChain);
    keepsChains(parsed(text), chains);
  },
  text => {
    const reading = readClanUpdate(answerOf(text));
    if (reading.kind === 'granted') reading.rewards.forEach(checkReward);
    keepsRewards(parsed(text), reading);
  },
  text => {
    const sure = opinion.accepted(opinion.failure, parsed(text));
    assert.equal(toFailure(answerOf(text, 422))?.vendorCode, sure?.errorCode);
    if (sure) assert.ok(isDefinitive(answerOf(text, 422)));
  },
  async text => {
    const balance = await readOr(() => fetchBalance(httpOf(text), {projectId: 1, chainId: 1}));
    if (balance) assert.ok(isAmount(balance.amount));
  },
  async text => {
    const items = await readOr(() => fetchCatalog(catalogOf(text), {}));
    items?.forEach(checkItem);
    keepsItems(parsed(text), items);
    assert.deepEqual(await readOr(() => fetchUpsell(catalogOf(text))), items);
    if (!items) return;
    checkClimb(items);
    assert.ok(Number.isFinite(nextMoment(items, {device: 0, skewMs: 0, ...UNKNOWN_TIME}) ?? 0));
  },
  async text => {
    const items = await readOr(() => fetchCatalog(catalogOf(text), {skus: ['item_1']}));
    items?.forEach(checkItem);
    assert.ok((items ?? []).every(({sku}) => sku === 'item_1'));
  },
  async text => {
    const balances = await readOr(() => fetchBalances(catalogOf(text)));
    for (const {sku, name, amount} of balances ?? []) assert.ok(sku && name && /^\d{1,20}$/.test(amount));
  },
];

test(`${RUNS} hostile answers are read without a throw, a loss, or a trace on what all objects share`, async () => {
  const seed = seedOf();
  const chance = new Chance(seed);
  const before = rootsNow();
  for (let run = 0; run < RUNS; run++) {
    const {text, kind} = hostileAnswer(chance);
    try {
      // By the reader that is meant, and by another: a server may answer anything with anything.
      await CHECKS[kind]!(text);
      await CHECKS[chance.below(CHECKS.length)]!(text);
    } catch (error) {
      throw new Error(`seed ${seed}, run ${run}: ${text.slice(0, 2_000)}`, {cause: error});
    }
    if (run % 1_000 === 0) assert.equal(rootsNow(), before);
  }
  assert.equal(rootsNow(), before);
  assert.equal(({} as {polluted?: unknown}).polluted, undefined);
});

test('the second opinion accepts much of what is sent, and refuses much', () => {
  const chance = new Chance(1);
  const bodies = Array.from({length: 2_000}, () => parsed(hostileAnswer(chance).text));
  for (const schema of [opinion.contributors, opinion.clanUpdate, opinion.chains, opinion.items, opinion.failure]) {
    const count = bodies.filter(body => opinion.accepted(schema, body) !== undefined).length;
    assert.ok(count > 30 && count < 1_000, String(count));
  }
});
