import assert from 'node:assert/strict';
import {test} from 'node:test';
import {DAY_MS, type DailyClaim, type DailyPlan, daysOf} from '../../../../demo/sandbox/daily-chains/days.js';

const START = Date.UTC(2026, 3, 1, 13, 36);
const week: DailyPlan = {type: 'calendar_hard', is_recurrent: false, start: START, steps: [1, 2, 3]};
const rolling: DailyPlan = {...week, type: 'rolling'};

/** A moment of the chain, in days from its start. */
const at = (days: number): number => START + days * DAY_MS;

const claims = (...pairs: [step_number: number, days: number][]): DailyClaim[] =>
  pairs.map(([step_number, days]) => ({step_number, at: at(days)}));

/** The statuses in short, and when each day opens, in days from the start. */
function shown(plan: DailyPlan, made: readonly DailyClaim[], days: number): string {
  const words = {claimed: 'claimed', claimable: 'claimable', claim_in_future: 'later', blocked: 'blocked'};
  return daysOf(plan, made, at(days))
    .map(({status, unlockedAt}) => `${words[status]} ${unlockedAt === null ? '-' : (unlockedAt - START) / DAY_MS}`)
    .join(', ');
}

const cases: [name: string, plan: DailyPlan, made: DailyClaim[], days: number, shows: string][] = [
  ['a calendar before its start', week, [], -0.1, 'later 0, later 1, later 2'],
  ['a calendar at its start', week, [], 0, 'claimable 0, later 1, later 2'],
  ['a calendar in the last moment of a day', week, [], 1 - 1 / DAY_MS, 'claimable 0, later 1, later 2'],
  ['a calendar with a missed day', week, [], 1, 'blocked 0, claimable 1, later 2'],
  ['a calendar with a claimed day', week, claims([1, 0.2]), 1.5, 'claimed 0, claimable 1, later 2'],
  ['a calendar after its end', week, claims([2, 1.2]), 3, 'blocked 0, claimed 1, blocked 2'],
  [
    'a recurrent calendar in its next round',
    {...week, is_recurrent: true},
    claims([1, 0.2]),
    3,
    'claimable 3, later 4, later 5',
  ],
  ['a rolling chain before its start', rolling, [], -0.1, 'later 0, later -, later -'],
  ['a rolling chain that nobody came to for days', rolling, [], 5.5, 'claimable 0, later -, later -'],
  ['a rolling chain on the day of a claim', rolling, claims([1, 0.9]), 0.95, 'claimed 0, later 1, later -'],
  ['a rolling chain on the next day', rolling, claims([1, 0.9]), 1, 'claimed 0, claimable 1, later -'],
  ['a rolling chain that is done', rolling, claims([1, 0], [2, 4.1], [3, 5]), 9, 'claimed 0, claimed 4, claimed 5'],
  [
    'a recurrent rolling chain on its last day',
    {...rolling, is_recurrent: true},
    claims([1, 0], [2, 1], [3, 2.1]),
    2.9,
    'claimed 0, claimed 1, claimed 2',
  ],
  [
    'a recurrent rolling chain on the day after',
    {...rolling, is_recurrent: true},
    claims([1, 0], [2, 1], [3, 2.1]),
    3,
    'claimable 3, later -, later -',
  ],
  [
    'a recurrent rolling chain in its second round',
    {...rolling, is_recurrent: true},
    claims([1, 0], [2, 1], [3, 2], [1, 6.5]),
    7,
    'claimed 6, claimable 7, later -',
  ],
];

for (const [name, plan, made, days, shows] of cases)
  test(`${name} shows ${shows}`, () => assert.equal(shown(plan, made, days), shows));
