import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {defaultSeed} from '../../../../demo/sandbox/seed/default-seed.js';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertRefused, control, Visitor} from '../support/visitor.js';

const DAY = 24 * 3600 * 1000;

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

test('the list contains the seed in the order of its chains', async () => {
  const page = await rocket.chains();

  assert.deepEqual([page.has_more, page.total_items_count], [false, 4]);
  assert.deepEqual(
    page.items.map(({reward_chain_id, clan_type}) => [reward_chain_id, clan_type]),
    [
      [101, 'clan'],
      [102, 'guild'],
      [103, null],
      [10, null],
    ],
  );
});

test('the list shows what the clan has and what the player took', async () => {
  const {value_point, steps} = await rocket.chain(101);

  assert.deepEqual([value_point.amount, value_point.is_clan], [1155, true]);
  assert.deepEqual(
    steps.map(({step_id, price, is_claimed}) => [step_id, price.amount, is_claimed]),
    [
      [1001, 100, true],
      [1002, 500, false],
      [1003, 1000, false],
      [1004, 2000, false],
    ],
  );
});

test('out of the box nothing but chain 101 has something to claim', async () => {
  const {items} = await rocket.chains();
  const claimable = items.flatMap(({value_point, steps}) =>
    steps.filter(({is_claimed, price}) => !is_claimed && price.amount <= value_point.amount),
  );

  assert.deepEqual(
    claimable.map(({step_id}) => step_id),
    [1002, 1003],
  );
});

test('every chain is running', async () => {
  const now = Date.now();

  for (const {date_start, date_end} of (await rocket.chains()).items) {
    assert.ok(Date.parse(date_start) < now);
    assert.ok(date_end === null || Date.parse(date_end) > now + DAY);
  }
});

test('the list is read page by page', async () => {
  const first = await rocket.chains('?limit=3');
  const second = await rocket.chains('?limit=3&offset=3');
  const beyond = await rocket.chains('?offset=4');

  assert.deepEqual([first.items.length, first.has_more, first.total_items_count], [3, true, 4]);
  assert.deepEqual([second.items.length, second.has_more], [1, false]);
  assert.deepEqual([beyond.items, beyond.has_more, beyond.total_items_count], [[], false, 4]);
});

test('a page has fifty chains when no limit is named', async t => {
  const [chain] = defaultSeed.chains;
  assert.ok(chain);
  const chains = Array.from({length: 51}, (_, index) => ({...chain, reward_chain_id: 1000 + index, order: index}));
  const crowded = await startSandbox({port: 0, seed: {...defaultSeed, chains}});
  t.after(() => crowded.close());

  const page = await (await Visitor.signIn(crowded, 'Rocket')).chains();

  assert.deepEqual([page.items.length, page.has_more, page.total_items_count], [50, true, 51]);
});

test('a page that makes no sense is refused with the name of the parameter', async () => {
  for (const query of ['limit=51', 'limit=0', 'limit=-1', 'limit=ten', 'limit=', 'limit=1.5', 'limit=1e1']) {
    await assertRefused(await rocket.call('GET', `/reward_chain?${query}`), 422, 1102, /`limit`/);
  }
  for (const query of ['offset=-1', 'offset=x', 'offset=99999999999999999999']) {
    await assertRefused(await rocket.call('GET', `/reward_chain?${query}`), 422, 1102, /`offset`/);
  }
});

test('the balance is the clan’s on a clan chain and the player’s on an individual one', async () => {
  const winner = await Visitor.signIn(sandbox, 'winner');

  assert.deepEqual(
    [await winner.balance(101), await rocket.balance(10), await winner.balance(10)].map(({amount, is_clan}) => [
      amount,
      is_clan,
    ]),
    [
      [1155, true],
      [130, false],
      [0, false],
    ],
  );
});

test('a player without a clan sees clan chains at zero and an empty board', async () => {
  const loner = await Visitor.signIn(sandbox, 'loner');

  const {value_point, top_contributors, steps} = await loner.chain(101);
  assert.deepEqual([value_point.amount, top_contributors], [0, []]);
  assert.ok(steps.every(({is_claimed}) => !is_claimed));
  assert.deepEqual(await loner.board(101), []);
});
