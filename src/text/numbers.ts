import {cached} from './formats.js';

type NumberFormat = Pick<Intl.NumberFormat, 'format'>;
type DistanceFormat = Pick<Intl.RelativeTimeFormat, 'format'>;

const numbers = new Map<string, NumberFormat>();
const distances = new Map<string, DistanceFormat>();

/** For engines and test pages whose `Intl` lacks a part: a number without grouping, a time in English. */
const plainNumbers: NumberFormat = {format: String};
const plainDistances: DistanceFormat = {
  format(count, unit) {
    const words = `${Math.abs(count)} ${unit}${Math.abs(count) === 1 ? '' : 's'}`;
    return count < 0 ? `${words} ago` : `in ${words}`;
  },
};

/**
 * A number, or a whole number as a string, in the grouping and digits of `locale`; an unknown locale means the
 * browser's. A number beyond 2^53 has lost its last digits, so it is shown as an approximation.
 */
export function formatNumber(value: number | string, locale: string): string {
  if (typeof value === 'number' && value > Number.MAX_SAFE_INTEGER) return `≈${value.toExponential(2)}`;
  const format = cached(numbers, locale, plainNumbers, tag => new Intl.NumberFormat(tag, {maximumFractionDigits: 2}));
  // TypeScript's types don't allow strings yet; every engine that exposes digits accepts them.
  return format.format(value as number);
}

/** A time further away than this, milliseconds, more likely means a wrong clock. */
const LONGEST_MS = 500 * 86_400_000;

/** Whether a relative time is plausible, and not due to a wrong clock: only then is it shown. */
export function isPlausible(ms: number): boolean {
  return Math.abs(ms) <= LONGEST_MS;
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/**
 * A relative time in the largest unit with a value of at least two, such as "90 minutes ago" or "in 3 days", so the
 * rounding error stays small. Milliseconds, negative for the past. It never names days, since "tomorrow" depends on the
 * hour.
 */
export function formatDistance(ms: number, locale: string): string {
  const format = cached(distances, locale, plainDistances, tag => new Intl.RelativeTimeFormat(tag));
  const [unit, size] = unitOf(ms);
  return format.format(Math.trunc(ms / size), unit);
}

/** How long `formatDistance` returns the same text while time passes, milliseconds. */
export function distanceHoldsMs(ms: number): number {
  const size = unitOf(ms)[1];
  return (ms % size) + (ms < 0 ? size : 1);
}

function unitOf(ms: number): (typeof UNITS)[number] {
  return UNITS.find(each => Math.abs(ms) >= 2 * each[1]) ?? ['second', 1_000];
}
