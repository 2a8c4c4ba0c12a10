import assert from 'node:assert/strict';
import {beforeEach, describe, it, mock} from 'node:test';

import {Milestones} from '../../../components/daily-rewards/milestones.js';
import type {DailyChain, DailyStep} from '../../../src/model.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const NOON = Date.UTC(2026, 0, 5, 12);
/** The device is three hours behind the server. */
const SKEW = 3 * 60 * MINUTE;

let now = NOON;
let milestones = new Milestones();

beforeEach(() => {
  now = NOON;
  milestones = new Milestones();
  mock.method(Date, 'now', () => now);
});

const step = (number: number, status: DailyStep['status'], unlocksAt?: number): DailyStep => ({
  number,
  status,
  rewards: [],
  ...(unlocksAt !== undefined && {unlocksAt}),
});

const chainOf = (...steps: DailyStep[]): DailyChain => ({id: 201, name: 'Week', order: 1, type: 'rolling', steps});

/** Day 2 opens at one o'clock. */
const waiting = chainOf(step(1, 'claimed'), step(2, 'upcoming', NOON + 60 * MINUTE + SKEW));
const open = chainOf(step(1, 'claimed'), step(2, 'claimable'), step(3, 'upcoming'));

function at(minutes: number, chain: DailyChain | 'none' = waiting, skewMs: number | 'unknown' = SKEW): string {
  now = NOON + minutes * MINUTE;
  const time = {earliest: now, device: now, ...(skewMs !== 'unknown' && {skewMs})};
  return milestones.textFor(
    chain === 'none' ? undefined : chain,
    time as Parameters<Milestones['textFor']>[1],
    `next, ${60 - minutes}`,
    'en',
  );
}

describe('What is announced while a day is awaited', () => {
  it('is ten minutes, one minute and the opening, and nothing in between', () => {
    const said = [0, 30, 49, 49.5, 50, 58, 58.9, 59, 59.5].map(minutes => at(minutes));

    assert.deepEqual(said.slice(0, 3), ['', '', '']);
    assert.deepEqual(new Set(said.slice(3, 7)), new Set(['next, 10.5']));
    assert.deepEqual(new Set(said.slice(7)), new Set(['next, 1']));
    assert.equal(at(60, open), 'You can claim day 2 now.');
    assert.equal(at(70, open), 'You can claim day 2 now.');
  });

  it('is not there any more once the day is claimed', () => {
    at(30);
    assert.equal(at(60, open), 'You can claim day 2 now.');

    assert.equal(at(61, chainOf(step(1, 'claimed'), step(2, 'claimed'), step(3, 'upcoming'))), '');
  });

  it('is nothing that was so when the player came', () => {
    assert.equal(at(55), '');
    assert.equal(at(58), '');
    milestones = new Milestones();
    assert.equal(at(60, open), '');
  });

  it('is the opening only once the server shows it, however late the device’s clock says it is', () => {
    at(59.5);
    assert.equal(at(61), '');
    assert.equal(at(300), '');
  });

  it('is nothing before the opening where nobody knows how wrong the device’s clock is', () => {
    at(30, waiting, 'unknown');
    assert.equal(at(59.5, waiting, 'unknown'), '');
    assert.equal(at(60, open, 'unknown'), 'You can claim day 2 now.');
  });

  it('starts again with another chain, or none', () => {
    at(30);
    assert.equal(at(59.5, {...waiting, id: 202}), '');
    at(59.6, 'none');
    assert.equal(at(60, open), '');
  });
});
