import * as v from 'valibot';

/*
 * Fields that several requests share, with the vendor's limits: `sku`, `date-time`, `two-letter-locale` and
 * `Promotions_name` of its definition.
 */

/** Texts by locale, `en` or `en-US`. Answers always have the two-letter form. */
export type LocaleMap = Readonly<Record<string, string | null>>;

/** Texts by locale, `en-US`; promotions and offers accept no other form. */
export type RegionalTexts = Readonly<Record<`${string}-${string}`, string>>;

const DATE_WITH_OFFSET = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export const sku = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_.-]{1,255}$/, 'must be 1 to 255 letters, digits, dots, dashes and underscores'),
);

/** For parts of a path: URLs treat `.` and `..` as navigation, so the path would name something else. */
export const inPath = (text: v.GenericSchema<string>) =>
  v.pipe(text, v.regex(/^(?!\.{1,2}$)/, 'must not be a dot or two, which no path can name'));

/** A date that exists, with an offset: without one, the vendor and you may mean different hours. */
export const date = v.pipe(
  v.string(),
  v.check(isDateWithOffset, 'must be a date and time with an offset, such as 2026-01-31T18:00:00+01:00'),
);

export const imageUrl = v.pipe(v.string(), v.check(isWebAddress, 'must be an absolute http or https URL'));

export const whole = (min: number, max = Number.MAX_SAFE_INTEGER) => {
  const message = max === Number.MAX_SAFE_INTEGER ? `must be a whole number from ${min}` : `must be ${min} to ${max}`;
  return v.pipe(v.number(message), v.safeInteger(message), v.minValue(min, message), v.maxValue(max, message));
};

export const flag = v.optional(v.boolean());

export const integer = v.pipe(v.number('must be a whole number'), v.safeInteger('must be a whole number'));

/** The library also accepts a list as an object, one without any of the fields. */
export function mapOnly<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(v.custom<v.InferInput<Schema>>(isMap, 'must be an object'), schema);
}

/** The vendor's two-letter keys; newer docs accept the five-letter form, too. */
const texts = mapOnly(
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'must be a locale, such as en')),
    v.nullable(v.string()),
  ),
);

export const optionalLocaleMap = v.nullish(texts);

export const localeMap = v.pipe(
  texts,
  v.check(map => isFilled(map), 'must have at least one text'),
);

export const regionalTexts = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-z]{2}-[A-Z]{2}$/, 'must be a locale, such as en-US')), v.string()),
  v.check(map => isFilled(map), 'must have at least one text'),
);

/** A list with the vendor's bounds; the message names the list, not the row. */
export const listOf = <Row extends v.GenericSchema>(row: Row, min: number, max = Infinity) => {
  const message = max === Infinity ? `must have at least ${min}` : `must have ${min} to ${max}`;
  return v.pipe(v.array(row), v.minLength(min, message), v.maxLength(max, message));
};

/** The steps of a chain: at least one, each number once. */
export const stepsOf = (step: v.GenericSchema<unknown, {step_number: number}>, max = Infinity) =>
  v.pipe(listOf(step, 1, max), v.check(haveOwnNumbers, 'must not have a `step_number` twice'));

function haveOwnNumbers(steps: {step_number: number}[]): boolean {
  return new Set(steps.map(({step_number}) => step_number)).size === steps.length;
}

export function isDateWithOffset(text: string): boolean {
  if (!DATE_WITH_OFFSET.test(text)) return false;
  const day = text.slice(0, 10);
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  // A parser may read 31 February as 3 March.
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(day);
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

function isFilled(texts: object): boolean {
  return Object.values(texts).some(text => text !== null);
}
