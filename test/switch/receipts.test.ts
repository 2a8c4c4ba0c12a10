import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createMemoryReceipts} from '../../src/switch/receipts.js';
import {granted} from './parts.js';

const NEW_YEAR = Date.UTC(2025, 0, 1);

function receipts() {
  return createMemoryReceipts(() => NEW_YEAR);
}

test('a receipt has what came, whether that is all, and when; it does not outlive the page', async () => {
  const keeper = receipts();
  const rewards = [granted('box'), granted('box')];

  const {id, ...receipt} = await keeper.add(rewards, false);

  assert.deepEqual(receipt, {rewards, complete: false, durable: false, receivedAt: '2025-01-01T00:00:00.000Z'});
  assert.match(id, /^[0-9a-f]{32}$/);
});

test('receipts stand in the order in which they came', async () => {
  const keeper = receipts();

  const first = await keeper.add([granted('box')], true);
  const second = await keeper.add([], false);

  assert.deepEqual(keeper.$receipts.get(), [first, second]);
});

test('no two receipts have the same id, also at the same moment and with the same rewards', async () => {
  const keeper = receipts();

  const added = await Promise.all(Array.from({length: 500}, () => keeper.add([granted('box')], true)));

  assert.equal(new Set(added.map(({id}) => id)).size, 500);
});

test('an acknowledged receipt goes, and the others stay in their order', async () => {
  const keeper = receipts();
  const [first, second, third] = [await keeper.add([], true), await keeper.add([], true), await keeper.add([], true)];

  await keeper.acknowledge(second.id);

  assert.deepEqual(keeper.$receipts.get(), [first, third]);
});

test('a receipt that is acknowledged twice, or is none, changes nothing', async () => {
  const keeper = receipts();
  const gone = await keeper.add([], true);
  const kept = await keeper.add([], true);

  for (const id of [gone.id, gone.id, '', 'none of ours']) await keeper.acknowledge(id);

  assert.deepEqual(keeper.$receipts.get(), [kept]);
});

test('a list that was handed out does not change afterwards', async () => {
  const keeper = receipts();
  const {id} = await keeper.add([], true);
  const before = keeper.$receipts.get();

  await keeper.acknowledge(id);

  assert.equal(before.length, 1);
});

test('an id needs nothing that only secure pages have', async t => {
  t.mock.method(crypto, 'randomUUID', () => assert.fail('not in every webview'));

  assert.ok((await receipts().add([], true)).id);
});
