import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';

import {chosenDailyChain, nextMoment, nextStep} from '../../../src/daily-chains/rules.js';
import type {DailyChain, DailyStep} from '../../../src/model.js';
import {UNKNOWN_TIME} from '../../../src/stores/server-clock.js';

const NOW = Date.UTC(2026, 5, 1);
const time = {...UNKNOWN_TIME, earliest: NOW, isKnown: true, skewMs: 0, device: NOW};

function chain(id: number, fields: Partial<DailyChain> = {}): DailyChain {
  return {id, name: '', order: id, type: 'rolling', steps: [], ...fields};
}

function step(number: number, status: DailyStep['status'], unlocksAt?: number): DailyStep {
  return {number, status, rewards: [], ...(unlocksAt !== undefined && {unlocksAt})};
}

describe('The chain to show', () => {
  const ended = {endsAt: NOW};

  it('is the one that the page names, ended or not', () => {
    assert.equal(chosenDailyChain([chain(1), chain(2, ended)], 2, time)?.id, 2);
    assert.equal(chosenDailyChain([chain(1)], 2, time), undefined);
  });

  it('is else the first by the project’s order, wherever it is in the list', () => {
    assert.equal(chosenDailyChain([chain(1, {order: 5}), chain(2, {order: 3})], undefined, time)?.id, 2);
    assert.equal(chosenDailyChain([chain(9, {order: 0}), chain(2, {order: 0})], null, time)?.id, 9);
  });

  it('is one that has ended only where there is no other', () => {
    assert.equal(chosenDailyChain([chain(1, ended), chain(2)], undefined, time)?.id, 2);
    assert.equal(chosenDailyChain([chain(1, ended), chain(2, ended)], undefined, time)?.id, 1);
    assert.equal(chosenDailyChain([], undefined, time), undefined);
  });

  it('has not ended by the device’s clock, as long as the server has said nothing', () => {
    assert.equal(chosenDailyChain([chain(1, ended), chain(2)], undefined, UNKNOWN_TIME)?.id, 1);
  });
});

test('the next day is the first that is still to come', () => {
  const steps = [step(1, 'missed'), step(2, 'claimable'), step(3, 'unknown'), step(4, 'upcoming'), step(5, 'upcoming')];

  assert.equal(nextStep(chain(1, {steps}))?.number, 4);
  assert.equal(nextStep(chain(1, {steps: [step(1, 'claimed')]})), undefined);
});

describe('The moment at which to ask again', () => {
  it('is the first at which a chain opens a day or ends', () => {
    const opens = chain(1, {steps: [step(1, 'claimable', NOW - 5), step(2, 'upcoming', NOW + 50)], endsAt: NOW + 90});

    assert.equal(nextMoment([opens], time), NOW + 50);
    assert.equal(nextMoment([opens, chain(2, {endsAt: NOW + 20})], time), NOW + 20);
  });

  it('may be past where the server has not opened the day, and is no end that was past already', () => {
    assert.equal(nextMoment([chain(1, {steps: [step(1, 'upcoming', NOW - 5)]})], time), NOW - 5);
    assert.equal(nextMoment([chain(1, {endsAt: NOW - 5})], time), undefined);
  });

  it('is none where the days name none', () => {
    assert.equal(nextMoment([], time), undefined);
    assert.equal(nextMoment([chain(1, {steps: [step(1, 'upcoming'), step(2, 'claimed', NOW + 5)]})], time), undefined);
  });
});
