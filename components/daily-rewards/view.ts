/* What an element says about a daily chain, apart from its days. */
import {hasEnded, nextStep} from '../../src/daily-chains/rules.js';
import type {DailyChain, DailyStep} from '../../src/model.js';
import type {ListTime} from '../../src/stores/list-time.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatMoment} from '../../src/text/moments.js';
import {formatDistance, isPlausible} from '../../src/text/numbers.js';
import {localeOfWords} from '../../src/text/words.js';

/** How an element says when something is. */
export type Times = {
  locale: string;
  /** A moment of the device's clock as a relative time. */
  relativeTime(at: number): string;
  /** Called where the text names a day, which changes at midnight. */
  namesDay(now: number): void;
};

/** The longest time until a day opens that is shown in minutes, and a date with as many digits as there can be. */
const LONGEST_MS = 119 * 60_000;
const LONGEST_DATE = new Date(2026, 8, 30, 23, 59).getTime();
const DAY_MS = 86_400_000;

/** More days than that are a calendar of rows of seven. */
const WEEK = 8;

export function isCalendar({steps}: DailyChain): boolean {
  return steps.length > WEEK;
}

/** The day that is the player's turn, else the next one, which the list is scrolled to. */
export function dayToShow(chain: DailyChain): DailyStep | undefined {
  return chain.steps.find(({status}) => status === 'claimable') ?? nextStep(chain);
}

export function renderProgress({steps}: DailyChain, locale: string): string {
  const claimed = steps.filter(({status}) => status === 'claimed').length;
  return steps.length ? fill(messages.dailyProgress, {claimed, days: steps.length}, locale) : '';
}

/**
 * When the next day opens, by the server's clock: how long from now, and the time on the player's own. Once the moment has
 * passed it is the server's turn to open the day.
 */
export function renderNext(chain: DailyChain, {skewMs}: ListTime, times: Times): string {
  const at = nextStep(chain)?.unlocksAt;
  if (at === undefined) return '';
  if (skewMs === undefined || !isPlausible(at - Date.now() - skewMs)) {
    return fill(messages.nextDayAt, {moment: formatMoment(at, undefined, localeOfWords(times.locale))});
  }
  const now = Date.now() + skewMs;
  if (at <= now) return messages.nextDaySoon;
  return fill(messages.nextDay, {when: times.relativeTime(at - skewMs), moment: momentOf(at, now, times)});
}

/** The rule of the chain, as far as the API says it: of days in a calendar that they are gone, and when it ends. */
export function renderRule(chain: DailyChain, time: ListTime, times: Times): string {
  const {endsAt, type} = chain;
  const isOver = hasEnded(chain, time);
  const rule = type === 'calendar_hard' && !isOver ? messages.missedIsGone : '';
  if (endsAt === undefined) return rule;
  const now = time.skewMs === undefined ? undefined : Date.now() + time.skewMs;
  const ends = fill(isOver ? messages.endedOn : messages.endsOn, {moment: momentOf(endsAt, now, times)});
  return `${rule} ${ends}`.trim();
}

/** What may take the place of the rule, as far as it is foreseen. */
const statuses = (): readonly string[] => [
  messages.claimUnknown,
  messages.claimOffline,
  `${messages.claimFailed} ${messages.refusedNetwork}`,
];

function longest(...texts: readonly string[]): string {
  return texts.reduce((one, other) => (other.length > one.length ? other : one));
}

/** Texts as long as any of the two, to reserve room for them. */
export function timesRoom(locale: string): {next: string; rule: string} {
  const words = localeOfWords(locale);
  const when = formatDistance(LONGEST_MS, words);
  const moment = formatMoment(LONGEST_DATE, undefined, words);
  return {
    next: fill(messages.nextDay, {when, moment: formatMoment(LONGEST_DATE, LONGEST_DATE - DAY_MS, words)}),
    rule: longest(`${messages.missedIsGone} ${fill(messages.endsOn, {moment})}`, ...statuses()),
  };
}

function momentOf(at: number, now: number | undefined, {locale, namesDay}: Times): string {
  if (now !== undefined) namesDay(now);
  return formatMoment(at, now, localeOfWords(locale));
}
