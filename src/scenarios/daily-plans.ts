/* Scenarios about daily chains. */
import {gems} from './clan-quest.js';
import {dailyWeek, days, everyDay, STATUSES} from './daily-week.js';
import {type Injection, onlyOn, type Plans} from './plan.js';
import {DAY, isoAt, reward, type WireDailyChain} from './wire.js';
import {refusal} from './answers.js';

/** The seven days with some fields replaced. */
const withWeek = (fields: (now: number) => Partial<WireDailyChain>) => ({
  dailyChains: (now: number) => [dailyWeek(now, fields(now)), everyDay(now)],
});

const LATER = 'claim_in_future';

const MONTH = Array.from({length: 31}, (_, index) => {
  if (index > 16) return LATER;
  return index === 16 ? 'claimable' : index % 5 === 3 ? 'blocked' : 'claimed';
});

/** The month began sixteen days ago, not two. */
const monthOf = (now: number): number => now - 14 * DAY;

const PLAIN = reward({name: 'Potion'});

/** Each call is answered once and then refused. */
function expiring(): Injection {
  const seen = new Set<string>();
  return (call, answer) => {
    if (seen.has(call)) return refusal(401, 1501, 'Authorization failed: Provide authorization');
    seen.add(call);
    return answer();
  };
}

export const dailyPlans = {
  'day-claimed': {
    description: 'Today’s day is claimed, and the next one opens in fourteen hours.',
    ...withWeek(now => ({steps: days(now, ['blocked', 'claimed', 'claimed', LATER, LATER, LATER, LATER])})),
  },
  'days-done': {
    description: 'Every day is claimed.',
    ...withWeek(now => ({steps: days(now, Array<string>(7).fill('claimed'))})),
  },
  'days-over': {
    description: 'The only daily chain has ended, and its last days were missed.',
    dailyChains: now => [
      dailyWeek(now, {
        date_end: isoAt(now - DAY),
        steps: days(now - 6 * DAY, ['claimed', 'claimed', 'blocked', 'claimed', 'claimed', 'blocked', 'blocked']),
      }),
    ],
  },
  month: {
    description: 'A calendar of thirty-one days; today is the seventeenth.',
    ...withWeek(now => ({
      name: 'December',
      date_end: isoAt(monthOf(now) + 29 * DAY),
      steps: days(monthOf(now), MONTH),
    })),
  },
  rolling: {
    description: 'A chain in which nothing is missed: the first of five days waits for the player.',
    dailyChains: now => [everyDay(now)],
  },
  'unknown-days': {
    description: 'The server says of some days what this version does not know.',
    ...withWeek(now => ({
      type: 'new',
      steps: days(now, ['frozen', 'claimed', 'claimable', 'blocked', 'held', '', LATER]),
    })),
  },
  'no-days': {
    description: 'The project has no daily chain at the moment.',
    dailyChains: () => [],
  },
  'day-refused': {
    description: 'The server refuses to let today’s day be claimed, without a code that says why.',
    inject: onlyOn('claim-day')(() => refusal(422, 1102, 'Unprocessable Entity. The step cannot be claimed now')),
  },
  'day-unanswered': {
    description: 'No claim of a day is answered or carried out: whether the player has it stays unknown.',
    inject: onlyOn('claim-day')(() => Promise.reject(new TypeError('Failed to fetch'))),
  },
  'signed-out-later': {
    description:
      'The first request succeeds, then the player’s token expires: the days stay, and nothing can be claimed.',
    inject: expiring,
  },
  'days-signed-out': {
    description:
      'Nobody is signed in, and the server shows the days to everyone: the whole chain, and a sign-in to claim.',
    inject: () => (_call, answer, _held, hasToken) =>
      hasToken ? refusal(401, 1501, 'Authorization failed: Provide authorization') : answer(),
  },
  'days-without-pictures': {
    description: 'No reward of a day has a picture, as in the vendor’s own examples.',
    ...withWeek(now => ({steps: days(now, STATUSES, [[{...PLAIN, image_url: ''}], [{...gems(20), image_url: ''}]])})),
  },
  'long-days': {
    description: 'Days with several rewards whose names do not fit on a line.',
    ...withWeek(now => ({
      name: 'The great and truly unmissable anniversary calendar of the eastern and western realms',
      description: 'Come back every day, and on the seventh day a present waits that you will never have seen before',
      steps: days(now, STATUSES, [
        [reward({name: 'Donaudampfschifffahrtsgesellschaftskapitänsmütze', quantity: 1_000_000}), gems(5), PLAIN],
      ]),
    })),
  },
} satisfies Plans;
