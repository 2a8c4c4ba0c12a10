import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {nextReset, type Schedule} from '../../../../demo/sandbox/admin/schedules.js';

const next = (schedule: Schedule, now: string): string => new Date(nextReset(schedule, Date.parse(now))).toISOString();

test('a day starts again at the hour of its offset', () => {
  const daily: Schedule = {interval_type: 'daily', time: '01:00:00+08:00'};

  assert.equal(next(daily, '2026-03-01T16:59:59Z'), '2026-03-01T17:00:00.000Z');
  assert.equal(next(daily, '2026-03-01T17:00:00Z'), '2026-03-02T17:00:00.000Z');
});

test('a week starts again on its day, Monday being 1', () => {
  assert.equal(
    next({interval_type: 'weekly', day_of_week: 1, time: '00:00:00+00:00'}, '2026-11-22T12:00:00Z'),
    '2026-11-23T00:00:00.000Z',
  );
  assert.equal(
    next({interval_type: 'weekly', day_of_week: 7, time: '00:00:00-05:00'}, '2026-11-22T12:00:00Z'),
    '2026-11-29T05:00:00.000Z',
  );
});

test('a month starts again on its last day when it is shorter', () => {
  const monthly: Schedule = {interval_type: 'monthly', day_of_month: 31, time: '00:00:00+00:00'};

  assert.equal(next(monthly, '2026-02-01T00:00:00Z'), '2026-02-28T00:00:00.000Z');
  assert.equal(next(monthly, '2028-02-01T00:00:00Z'), '2028-02-29T00:00:00.000Z');
  assert.equal(next(monthly, '2026-03-01T00:00:00Z'), '2026-03-31T00:00:00.000Z');
});

/** Hour by hour from the next whole one, on the clock of the offset. */
function slowly(schedule: Schedule, now: number): number {
  const [, hour, sign, hours, minutes] = /^(\d\d):00:00([+-])(\d\d):(\d\d)$/.exec(schedule.time) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  for (let moment = Math.floor(now / 900_000) * 900_000; ; moment += 900_000) {
    const clock = new Date(moment + offset);
    const isHour = clock.getUTCHours() === Number(hour) && clock.getUTCMinutes() === 0;
    if (moment <= now || !isHour) continue;
    const tomorrow = new Date(clock.getTime() + 86_400_000);
    if (schedule.interval_type === 'daily') return moment;
    if (schedule.interval_type === 'weekly' && [7, 1, 2, 3, 4, 5, 6][clock.getUTCDay()] === schedule.day_of_week)
      return moment;
    const isLast = tomorrow.getUTCDate() === 1;
    const day = clock.getUTCDate();
    if (
      schedule.interval_type === 'monthly' &&
      (day === schedule.day_of_month || (isLast && day < schedule.day_of_month))
    )
      return moment;
  }
}

test('the next moment is the first one a slow clock finds', () => {
  const pad = (number: number): string => String(number).padStart(2, '0');
  const time = fc
    .record({
      hour: fc.integer({min: 0, max: 23}),
      sign: fc.constantFrom('+', '-'),
      offset: fc.integer({min: 0, max: 14}),
      half: fc.constantFrom('00', '30', '45'),
    })
    .map(({hour, sign, offset, half}) => `${pad(hour)}:00:00${sign}${pad(offset)}:${half}`);
  const schedule: fc.Arbitrary<Schedule> = fc.oneof(
    time.map((at): Schedule => ({interval_type: 'daily', time: at})),
    fc
      .record({time, day_of_week: fc.integer({min: 1, max: 7})})
      .map((rest): Schedule => ({interval_type: 'weekly', ...rest})),
    fc
      .record({time, day_of_month: fc.integer({min: 1, max: 31})})
      .map((rest): Schedule => ({interval_type: 'monthly', ...rest})),
  );
  const now = fc.integer({min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2029-01-01T00:00:00Z')});

  fc.assert(
    fc.property(schedule, now, (each, at) => assert.equal(nextReset(each, at), slowly(each, at))),
    {numRuns: 500},
  );
});
