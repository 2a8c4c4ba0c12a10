import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {PlacedNote} from '../../../src/orders/note.js';
import {
  afterCheck,
  isTokenDead,
  justDone,
  outlivedNotes,
  type SeenStatus,
  toOrders,
} from '../../../src/orders/rules.js';
import {UNKNOWN_TIME} from '../../../src/stores/server-clock.js';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 0, 10);
const STEP = {offerChainId: 301, stepNumber: 2};

function note(fields: Partial<PlacedNote> = {}): PlacedNote {
  return {key: 'k', state: 'open', id: 641, target: STEP, status: 'new', token: 't', at: NOW, ...fields};
}

const later = (ms: number, earliest?: number) => ({
  device: NOW + ms,
  server: earliest === undefined ? UNKNOWN_TIME : {earliest, latest: earliest, isKnown: true},
});

for (const [seen, was, age, state, status] of [
  ['done', 'new', 0, 'over', 'done'],
  ['canceled', 'paid', 0, 'over', 'canceled'],
  ['expired', 'unknown', 0, 'over', 'expired'],
  ['paid', 'new', 0, 'open', 'paid'],
  ['paid', 'new', 2 * DAY, 'open', 'paid'],
  ['unknown', 'new', 0, 'open', 'unknown'],
  ['unknown', 'new', 2 * DAY, 'open', 'unknown'],
  ['unknown', 'paid', 0, 'open', 'paid'],
  ['new', 'paid', 2 * DAY, 'open', 'paid'],
  ['new', 'unknown', 0, 'open', 'new'],
  ['new', 'new', DAY, 'open', 'new'],
  ['new', 'new', DAY + 1, 'released', 'new'],
  ['missing', 'new', 0, 'open', 'unknown'],
  ['missing', 'new', 2 * DAY, 'over', 'unknown'],
  ['missing', 'paid', 2 * DAY, 'open', 'paid'],
] as const)
  test(`an order that is ${was} and seen as ${seen}, ${age / DAY} days old, is ${state} and ${status}`, () => {
    const after = afterCheck(note({status: was}), seen as SeenStatus, later(age));

    assert.deepEqual([after.state, after.status], [state, status]);
    assert.equal(
      'token' in after,
      state === 'open' && status !== 'paid' ? true : was === 'paid' && seen !== 'canceled',
    );
  });

test('a released order that is paid after all is open again', () => {
  const {token: _, ...released} = note({state: 'released'});

  assert.equal(afterCheck(released, 'paid', later(3 * DAY)).state, 'open');
});

test('a token is dead once device and server agree on it', () => {
  assert.equal(isTokenDead(note(), later(DAY + 1)), true);
  assert.equal(isTokenDead(note({madeBy: NOW}), later(DAY + 1, NOW + DAY + 1)), true);
  assert.equal(isTokenDead(note({madeBy: NOW}), later(400 * DAY, NOW + 60_000)), false);
  assert.equal(isTokenDead(note({madeBy: NOW}), later(0, NOW + 2 * DAY)), false);
});

test('a step that was bought a moment ago is not bought again, an item may be', () => {
  const done = note({state: 'over', status: 'done', endedAt: NOW});

  assert.equal(justDone([done], STEP, NOW + 599_999), done);
  assert.equal(justDone([done], STEP, NOW + 600_000), undefined);
  assert.equal(justDone([{...done, status: 'canceled'}], STEP, NOW), undefined);
  assert.equal(justDone([{...done, target: {sku: 'a'}}], {sku: 'a'}, NOW), undefined);
});

test('the newest order comes first, and one that is released is not shown', () => {
  const orders = toOrders(
    [note(), note({id: 642, at: NOW + 1}), note({id: 643, state: 'released'})],
    new Set([642, 643]),
  );

  assert.deepEqual(
    orders.map(({id, blocked}) => [id, blocked]),
    [
      [642, true],
      [641, undefined],
    ],
  );
  assert.equal(orders[0]?.createdAt, '2026-01-10T00:00:00.001Z');
});

test('what is over is forgotten after a day, or when there is much of it; what is open stays', () => {
  const over = Array.from({length: 25}, (_, index) => note({key: `${index}`, state: 'over', endedAt: NOW - index}));
  const old = note({key: 'old', at: NOW - 100 * DAY});
  const released = note({key: 'released', state: 'released', at: NOW - 61 * DAY});

  assert.deepEqual(
    outlivedNotes([...over, old, released], NOW).map(({key}) => key),
    ['20', '21', '22', '23', '24', 'released'],
  );
  assert.equal(outlivedNotes(over, NOW + 2 * DAY).length, 25);
});
