/* `Intl` formatters cost far more to make than to use, so there is one per locale and page. */
const numbers = new Map<string, Intl.NumberFormat>();
const distances = new Map<string, Intl.RelativeTimeFormat>();

/**
 * A number, or the text of a whole one, in the grouping and digits of `locale`; an unknown locale is the browser's. A
 * number beyond 2^53 has lost its last digits, so that it is told as about so many.
 */
export function formatNumber(value: number | string, locale: string): string {
  if (typeof value === 'number' && value > Number.MAX_SAFE_INTEGER) return `≈${value.toExponential(2)}`;
  const format = cached(numbers, locale, tag => new Intl.NumberFormat(tag, {maximumFractionDigits: 2}));
  // The types know no texts yet; every engine that tells digits takes them.
  return format.format(value as number);
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/**
 * A time from now in the largest unit of which there are two, "90 minutes ago" or "in 3 days": one more or less is never
 * half of it. Milliseconds, negative for the past. Numbers and no names of days, since "tomorrow" depends on the hour.
 */
export function formatDistance(ms: number, locale: string): string {
  const format = cached(distances, locale, tag => new Intl.RelativeTimeFormat(tag));
  const [unit, size] = unitOf(ms);
  return format.format(Math.trunc(ms / size), unit);
}

/** How long `formatDistance` says the same while time passes, milliseconds. */
export function distanceHoldsMs(ms: number): number {
  const size = unitOf(ms)[1];
  return (ms % size) + (ms < 0 ? size : 1);
}

function unitOf(ms: number): (typeof UNITS)[number] {
  return UNITS.find(each => Math.abs(ms) >= 2 * each[1]) ?? ['second', 1_000];
}

function cached<T>(formats: Map<string, T>, locale: string, make: (tag: string | undefined) => T): T {
  let format = formats.get(locale);
  if (!format) {
    try {
      format = make(locale || undefined);
    } catch {
      format = make(undefined);
    }
    formats.set(locale, format);
  }
  return format;
}
