import assert from 'node:assert/strict';
import {test} from 'node:test';

import type {RewardChain} from '../../../src/model.js';
import type {ClanMatch} from '../../../src/clan-switch/clan-match.js';
import {pendingRewards, takeSnapshot} from '../../../src/clan-switch/snapshot.js';
import {judge, judgeMissing, type Verdict} from '../../../src/clan-switch/verdict.js';
import {chain, granted, reward, step} from './parts.js';

const NOON = Date.UTC(2025, 0, 1, 12);
const RESET = {interval: 'weekly', at: NOON + 1_000};
const BOARD = [{name: 'winner', amount: 555}];

/** A step at 500 points of a chain with so many, in a period that still runs. */
function quest(points: number | null, claimed = false, fields: Partial<RewardChain> = {}): RewardChain {
  const quests = chain(101, points, step(1, 500, [reward('box')], claimed), step(2, 9_000, []));
  return {...quests, reset: RESET, topContributors: BOARD, ...fields};
}

type Seen = {
  before?: RewardChain;
  after?: RewardChain;
  match?: ClanMatch;
  sameWord?: boolean;
};

/** The verdict on the box of a chain that had 600 points. */
function verdictOf({before = quest(600), after, match = 'same', sameWord = true}: Seen): Verdict {
  const [owed] = pendingRewards(takeSnapshot([before], NOON - 1));
  assert.ok(owed);
  const chains = [chain(7, 0, step(1, 1, [], true)), ...(after ? [after] : [])];
  return judge(owed, {chains, match, sameWord, today: NOON});
}

const PEOPLE: readonly ClanMatch[] = ['same', 'other', 'unclear'];

/** For whatever the boards and the game say. */
function always(verdict: Verdict, seen: Seen): void {
  for (const match of PEOPLE)
    for (const sameWord of [true, false]) {
      assert.equal(verdictOf({...seen, match, sameWord}), verdict, `${match}, ${sameWord}`);
    }
}

test('a chain that is gone is uncertain', () => {
  always('uncertain', {});
});

test('a step that is gone is uncertain', () => {
  always('uncertain', {after: {...quest(600), steps: []}});
  always('uncertain', {after: {...quest(0), steps: [step(2, 500, [], true)]}});
});

test('a step claimed within its period was granted, whatever the points and the clan', () => {
  always('granted', {after: quest(600, true)});
  always('granted', {after: quest(0, true)});
});

test('a step claimed on a chain that was reset or has ended proves nothing: the claim may be an old one', () => {
  always('uncertain', {after: quest(600, true, {reset: {interval: 'weekly', at: NOON + 9_000}})});
  always('uncertain', {after: quest(600, true, {endsAt: NOON - 1})});
});

test('a chain that was reset since is uncertain, in reach or out of it', () => {
  const later = {reset: {interval: 'weekly', at: NOON + 9_000}};
  always('uncertain', {after: quest(0, false, later)});
  for (const match of ['grown', 'other', 'unclear'] as const) {
    const {reset: _, ...never} = quest(600);
    for (const after of [quest(600, false, later), never]) assert.equal(verdictOf({after, match}), 'uncertain');
  }
});

test('a chain that has ended since is uncertain', () => {
  always('uncertain', {after: quest(0, false, {endsAt: NOON})});
  for (const match of ['grown', 'other', 'unclear'] as const) {
    assert.equal(verdictOf({after: quest(600, false, {endsAt: NOON}), match}), 'uncertain');
  }
});

test('points kept and a board without a change are the same clan, also on a chain that was reset or has ended', () => {
  for (const fields of [{}, {reset: {interval: 'weekly', at: NOON + 9_000}}, {endsAt: NOON}]) {
    assert.equal(verdictOf({after: quest(600, false, fields)}), 'unchanged');
  }
});

test('a board that has grown makes it likely, and no more, that nothing was granted', () => {
  assert.equal(verdictOf({after: quest(700), match: 'grown'}), 'unlikely');
  assert.equal(verdictOf({after: quest(700), match: 'grown', sameWord: false}), 'uncertain');
  assert.equal(verdictOf({after: quest(599), match: 'grown'}), 'uncertain');
});

test('a chain that is never reset and does not end is of one period', () => {
  const {reset: _, ...never} = quest(600);

  assert.equal(verdictOf({before: never, after: never}), 'unchanged');
});

test('a step out of reach on another clan’s board was granted, whatever the game says', () => {
  for (const sameWord of [true, false]) {
    assert.equal(verdictOf({after: quest(499), match: 'other', sameWord}), 'granted');
    assert.equal(verdictOf({after: quest(0), match: 'other', sameWord}), 'granted');
  }
});

test('a step out of reach on a chain whose list carried no board was granted, too', () => {
  const before = quest(600, false, {topContributors: []});

  always('granted', {before, after: quest(499)});
});

test('a step out of reach where the boards prove no other clan is uncertain', () => {
  for (const match of ['same', 'unclear'] as const) {
    assert.equal(verdictOf({after: quest(499), match}), 'uncertain');
  }
});

test('a step just in reach is not out of it', () => {
  assert.equal(verdictOf({after: quest(500), match: 'other'}), 'uncertain');
});

test('the same clan with the points kept, by the same word of the game, granted nothing', () => {
  assert.equal(verdictOf({after: quest(600)}), 'unchanged');
  assert.equal(verdictOf({after: quest(700)}), 'unchanged');
});

test('any of the three missing, it is uncertain', () => {
  assert.equal(verdictOf({after: quest(599)}), 'uncertain');
  assert.equal(verdictOf({after: quest(600), sameWord: false}), 'uncertain');
  assert.equal(verdictOf({after: quest(600), match: 'unclear'}), 'uncertain');
  assert.equal(verdictOf({after: quest(600), match: 'other'}), 'uncertain');
});

test('a richer clan proves nothing', () => {
  assert.equal(verdictOf({after: quest(1_600), match: 'other', sameWord: false}), 'uncertain');
});

test('points that cannot be read are neither kept nor out of reach', () => {
  always('uncertain', {after: quest(null)});
});

for (const [which, order] of [
  ['first', (chains: RewardChain[]) => chains],
  ['last', (chains: RewardChain[]) => chains.reverse()],
] as const)
  test(`of two equal rewards the list has the one that was granted for certain, noted ${which}`, () => {
    const gone = {...quest(600), id: 102};
    const owed = pendingRewards(takeSnapshot(order([quest(600), gone]), NOON - 1));
    const look = {chains: [quest(600, true)], match: 'same', sameWord: true, today: NOON} as const;

    const missing = judgeMissing([granted('box')], owed, look);

    assert.deepEqual(
      missing.map(({chain: {id}, verdict}) => [id, verdict]),
      [[102, 'uncertain']],
    );
  });
