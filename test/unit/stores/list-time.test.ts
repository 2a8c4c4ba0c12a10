import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {meansSame, noteTime} from '../../../src/stores/list-time.js';
import {type ServerTime, UNKNOWN_TIME} from '../../../src/stores/server-clock.js';

const NOON = Date.UTC(2026, 5, 1, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const known = (earliest: number, more: Partial<ServerTime> = {}): ServerTime => ({
  earliest,
  latest: earliest + MINUTE,
  isKnown: true,
  ...more,
});

type Reading = {server: ServerTime; device: number};

/** Whether a list that names these moments means the same in both readings. */
function isSame(moments: readonly (number | undefined)[], one: Reading, other: Reading): boolean {
  const [before, after] = [one, other].map(({server, device}) => {
    const list = [{id: 1, steps: moments.map(opensAt => ({opensAt, name: 'Day'}))}];
    noteTime(list, server, device);
    return list;
  });
  return meansSame(before!, after!);
}

const at = (server: number, device = server): Reading => ({server: known(server), device});

describe('A list that is read again with the same content', () => {
  it('means the same while no moment of it has passed', () => {
    assert.equal(isSame([NOON - HOUR, NOON + HOUR, undefined], at(NOON), at(NOON + 30 * MINUTE)), true);
    assert.equal(isSame([], at(NOON), at(NOON + 9 * HOUR)), true);
  });

  it('means something else once one has passed by the server’s time', () => {
    assert.equal(isSame([NOON + HOUR], at(NOON), at(NOON + HOUR)), false);
    // By the latest time that is possible, which decides what may have begun.
    assert.equal(isSame([NOON + HOUR + MINUTE], at(NOON), at(NOON + HOUR)), false);
  });

  it('means something else once one has passed by the device, whose clock was set', () => {
    const server = UNKNOWN_TIME;

    assert.equal(isSame([NOON + HOUR], {server, device: NOON}, {server, device: NOON + 2 * HOUR}), false);
    assert.equal(isSame([NOON + HOUR], {server, device: NOON + 2 * HOUR}, {server, device: NOON}), false);
    assert.equal(isSame([NOON + 3 * HOUR], {server, device: NOON}, {server, device: NOON + 2 * HOUR}), true);
  });

  it('means something else where the offset of the device’s clock is another', () => {
    const slow = (minutes: number, more = 0): Reading => at(NOON + minutes * MINUTE, NOON - 9 * HOUR + more);

    assert.equal(isSame([], slow(0), slow(10, 10 * MINUTE + 1_500)), true);
    assert.equal(isSame([], slow(0), slow(10)), false);
    assert.equal(isSame([], at(NOON), slow(10)), false);
  });

  it('means something else once the server’s time is known', () => {
    const unknown = {server: known(NOON, {isKnown: false}), device: NOON};

    assert.equal(isSame([], unknown, at(NOON)), false);
    assert.equal(isSame([], unknown, unknown), true);
  });

  it('means the same without a time in both, and something else with one', () => {
    const list = [{id: 1}];
    noteTime(list, known(NOON), NOON);

    assert.equal(meansSame([], []), true);
    assert.equal(meansSame([], list), false);
  });
});
