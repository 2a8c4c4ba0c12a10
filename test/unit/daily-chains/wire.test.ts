import assert from 'node:assert/strict';
import {test} from 'node:test';

import {toDailyChain} from '../../../src/daily-chains/wire.js';
import {dailyAnswer, dayAnswer} from '../../support/fixtures/daily-chain.js';

const statusesOf = (steps: unknown): unknown => toDailyChain(dailyAnswer([], {steps}))?.steps.map(({status}) => status);
const shown = (...words: string[]): unknown => statusesOf(words.map((word, index) => dayAnswer(index + 1, word)));

test('a chain has every field of the answer', () => {
  assert.deepEqual(toDailyChain(dailyAnswer(['claimable'])), {
    id: 201,
    name: 'Seven days',
    order: 1,
    type: 'calendar_hard',
    steps: [
      {
        number: 1,
        status: 'claimable',
        unlocksAt: (1_775_049_360 + 86_400) * 1_000,
        rewards: [
          {
            sku: 'com.xsolla.box_1',
            name: 'Super box',
            type: 'bundle',
            source: 'expected',
            description: 'A box full of things',
            imageUrl: 'https://images.example.com/box.png',
            quantity: 2,
            bundleType: 'standard',
          },
        ],
      },
    ],
    description: 'A present for every day',
    startsAt: Date.UTC(2026, 3, 1, 13, 16),
    endsAt: Date.UTC(2026, 3, 8, 13, 16),
  });
});

test('a day that is blocked before one that is claimed or can be claimed is missed', () => {
  assert.deepEqual(shown('blocked', 'claimed', 'blocked', 'claimable', 'claim_in_future'), [
    'missed',
    'claimed',
    'missed',
    'claimable',
    'upcoming',
  ]);
});

test('a day that is blocked after all of those may be locked, so nothing is said of it', () => {
  assert.deepEqual(shown('claimed', 'blocked', 'claim_in_future'), ['claimed', 'unknown', 'upcoming']);
  assert.deepEqual(shown('blocked', 'blocked'), ['unknown', 'unknown']);
});

test('a status that nobody knows yet costs neither the day nor the chain', () => {
  for (const status of ['frozen', '', null, 7, {}, ['claimed'], '__proto__', 'constructor', undefined]) {
    assert.deepEqual(statusesOf([dayAnswer(1, 'claimed'), {...dayAnswer(2, ''), status}]), ['claimed', 'unknown']);
  }
});

test('the days are in the order of their numbers, whatever the order of the answer', () => {
  const steps = [dayAnswer(3, 'claimable'), dayAnswer(1, 'blocked'), dayAnswer(2, 'claimed')];

  assert.deepEqual(
    toDailyChain(dailyAnswer([], {steps}))?.steps.map(({number, status}) => [number, status]),
    [
      [1, 'missed'],
      [2, 'claimed'],
      [3, 'claimable'],
    ],
  );
});

test('a moment is read in seconds and in milliseconds, and may be missing', () => {
  const unlocksAt = (unlocked_date: unknown): unknown =>
    toDailyChain(dailyAnswer([], {steps: [dayAnswer(1, 'claimable', {unlocked_date})]}))?.steps[0]?.unlocksAt;

  assert.equal(unlocksAt(1_775_049_360), 1_775_049_360_000);
  assert.equal(unlocksAt('1775049360'), 1_775_049_360_000);
  assert.equal(unlocksAt(1_775_049_360_000), 1_775_049_360_000);
  for (const none of [null, undefined, 0, -5, 'soon', NaN, {}]) assert.equal(unlocksAt(none), undefined);
});

test('one bad field never costs the chain, and one bad day never the others', () => {
  const chain = toDailyChain({
    id: '201',
    name: null,
    description: 7,
    order: 'first',
    date_start: 'yesterday',
    date_end: null,
    type: {},
    steps: [null, 'day', {status: 'claimable'}, dayAnswer(0, 'claimable'), dayAnswer(2, 'claimable', {items: null})],
  });

  assert.deepEqual(chain, {
    id: 201,
    name: '',
    description: '7',
    order: 0,
    type: '',
    steps: [{number: 2, status: 'claimable', rewards: [], unlocksAt: (1_775_049_360 + 2 * 86_400) * 1_000}],
  });
});

test('a chain without a number is none', () => {
  for (const id of [undefined, null, 0, -1, 1.5, 'x', {}]) assert.equal(toDailyChain(dailyAnswer([], {id})), undefined);
});
