/* `Intl` formatters cost far more to make than to use, so there is one per locale and page. */
const numbers = new Map<string, Intl.NumberFormat>();
const ages = new Map<string, Intl.RelativeTimeFormat>();

/** A number in the grouping and digits of `locale`; an unknown locale is the browser's. */
export function formatNumber(value: number, locale: string): string {
  return cached(numbers, locale, tag => new Intl.NumberFormat(tag, {maximumFractionDigits: 2})).format(value);
}

/** How long ago something was, in its largest whole unit: "2 minutes ago". Milliseconds. */
export function formatAge(ms: number, locale: string): string {
  const format = cached(ages, locale, tag => new Intl.RelativeTimeFormat(tag, {numeric: 'auto'}));
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return format.format(-seconds, 'second');
  if (seconds < 3_600) return format.format(-Math.floor(seconds / 60), 'minute');
  return format.format(-Math.floor(seconds / 3_600), 'hour');
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
