import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {formatMoment, momentHoldsMs} from '../../../src/text/moments.js';

const HOUR = 3_600_000;
const before = process.env['TZ'];

/** Runs a task for a player in that time zone. */
function within<T>(zone: string, task: () => T): T {
  process.env['TZ'] = zone;
  try {
    return task();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

const plain = (text: string): string => text.replace(/\u202f/g, ' ');

/** Where and when, what is said of a moment, and how long that is said. */
const CASES: readonly (readonly [name: string, zone: string, now: string, at: string, says: string, holds: number])[] =
  [
    ['later today', 'UTC', '2026-06-01T10:00:00Z', '2026-06-01T15:36:00Z', 'today, 3:36 PM', 14],
    ['early tomorrow', 'UTC', '2026-06-01T23:30:00Z', '2026-06-02T00:30:00Z', 'tomorrow, 12:30 AM', 0.5],
    ['the day after tomorrow', 'UTC', '2026-06-01T23:30:00Z', '2026-06-03T00:30:00Z', 'Wed, Jun 3, 12:30 AM', 0.5],
    ['yesterday', 'UTC', '2026-06-02T01:00:00Z', '2026-06-01T15:36:00Z', 'Mon, Jun 1, 3:36 PM', 23],
    ['tomorrow in another year', 'UTC', '2026-12-31T12:00:00Z', '2027-01-01T12:00:00Z', 'tomorrow, 12:00 PM', 12],
    [
      'a zone of three quarters',
      'Asia/Kathmandu',
      '2026-06-01T17:00:00Z',
      '2026-06-01T18:20:00Z',
      'tomorrow, 12:05 AM',
      1.25,
    ],
    // Clocks go forward by an hour in New York, and back by half an hour on Lord Howe Island.
    [
      'over a night of 23 hours',
      'America/New_York',
      '2026-03-07T17:00:00Z',
      '2026-03-08T16:00:00Z',
      'tomorrow, 12:00 PM',
      12,
    ],
    [
      'in a day of 23 hours',
      'America/New_York',
      '2026-03-08T06:30:00Z',
      '2026-03-08T07:30:00Z',
      'today, 3:30 AM',
      21.5,
    ],
    [
      'over a night of 25 hours',
      'America/New_York',
      '2026-10-31T16:00:00Z',
      '2026-11-01T17:00:00Z',
      'tomorrow, 12:00 PM',
      12,
    ],
    [
      'in a day of 25 hours',
      'America/New_York',
      '2026-11-01T04:30:00Z',
      '2026-11-02T04:30:00Z',
      'today, 11:30 PM',
      24.5,
    ],
    [
      'in a day of 24.5 hours',
      'Australia/Lord_Howe',
      '2026-04-04T13:30:00Z',
      '2026-04-05T12:00:00Z',
      'today, 10:30 PM',
      24,
    ],
    [
      'in a day of 23.5 hours',
      'Australia/Lord_Howe',
      '2026-10-03T14:00:00Z',
      '2026-10-04T12:30:00Z',
      'today, 11:30 PM',
      23,
    ],
    [
      'after a day that does not exist',
      'Pacific/Apia',
      '2011-12-30T09:00:00Z',
      '2011-12-30T12:00:00Z',
      'Sat, Dec 31, 2:00 AM',
      1,
    ],
  ];

describe('A moment', () => {
  for (const [name, zone, now, at, says, holds] of CASES)
    it(`is shown in the player’s time zone: ${name}, ${zone}`, () => {
      const from = Date.parse(now);

      assert.equal(
        within(zone, () => plain(formatMoment(Date.parse(at), from, 'en-US'))),
        says,
      );
      assert.equal(within(zone, () => momentHoldsMs(from)) / HOUR, holds);
    });

  it('is its date where nobody knows what time it is', () => {
    const at = Date.parse('2026-06-01T15:36:00Z');

    assert.equal(
      within('UTC', () => plain(formatMoment(at, undefined, 'en-US'))),
      'Mon, Jun 1, 3:36 PM',
    );
  });

  it('is in the words and digits of the locale', () => {
    const now = Date.parse('2026-06-01T10:00:00Z');

    assert.equal(
      within('UTC', () => formatMoment(now + 30 * HOUR, now, 'de')),
      'morgen, 16:00',
    );
    assert.match(
      within('UTC', () => formatMoment(now + 72 * HOUR, now, 'ar-EG')),
      /٤/,
    );
  });
});
