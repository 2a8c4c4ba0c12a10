import {toLanguageTag} from '../text/languages.js';

/** Reads one field of a message. */
export type Reader = {
  /** What the field must be, for the refusal: "must be …". */
  readonly expected: string;
  /** The value to use; `REFUSED` for anything unexpected. */
  read(value: unknown): unknown;
  /** An unreadable value is left out and reported; the rest of the message still applies. */
  readonly canBeIgnored?: boolean;
  /** What stands for no value, and is left out without a report. */
  readonly empty?: unknown;
};

export const REFUSED = Symbol('refused');

const LONGEST_TEXT = 16_384;

/** A name or key. Untyped engines write one that has only digits as a number. */
export const text: Reader = {
  expected: 'a string',
  read(value) {
    if (typeof value === 'string' && value.length <= LONGEST_TEXT) return value;
    return Number.isSafeInteger(value) ? String(value) : REFUSED;
  },
};

export const id: Reader = {
  expected: 'a whole number from 1, or its digits',
  read(value) {
    const number = typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(number) && Number(number) > 0 ? number : REFUSED;
  },
};

/** A number in a range, or its digits. */
export const number = (isIn: (value: number) => boolean, expected: string): Reader => ({
  expected,
  read(value) {
    const found = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    return typeof found === 'number' && Number.isFinite(found) && isIn(found) ? found : REFUSED;
  },
});

/** A colour in six or three digits: others can't be compared with the text on it. */
export const color: Reader = {
  expected: 'a colour such as #ffb454',
  read: value => (typeof value === 'string' && /^#([\da-f]{3}|[\da-f]{6})$/i.test(value) ? value : REFUSED),
};

/** Names of fonts as in CSS, without anything that ends a declaration or loads a file. */
export const fonts: Reader = {
  expected: 'names of fonts, separated by commas, 200 characters at most',
  read: value => (typeof value === 'string' && /^[\p{L}\d ,'"-]{1,200}$/u.test(value) ? value : REFUSED),
};

export const flag: Reader = {
  expected: 'true or false',
  read: value => (typeof value === 'boolean' ? value : REFUSED),
};

/** An HTTP header can contain only visible ASCII. */
export const token: Reader = {
  expected: 'a token of visible ASCII characters, 16,384 at most',
  read: value => (typeof value === 'string' && /^[\x21-\x7e]{1,16384}$/.test(value) ? value : REFUSED),
};

export const language: Reader = {
  expected: 'a language tag',
  read: value => (typeof value === 'string' ? (toLanguageTag(value) ?? REFUSED) : REFUSED),
};

export const record: Reader = {
  expected: 'an object',
  read: value => (Object(value) === value && !Array.isArray(value) ? value : REFUSED),
};

export const oneOf = (...values: readonly unknown[]): Reader => ({
  expected: `one of ${values.map(String).join(', ')}`,
  read: value => (values.includes(value) ? value : REFUSED),
});

/** One of the values, a list of them, or `none`. */
export const someOf = (...values: readonly unknown[]): Reader => ({
  expected: `${values.join(', ')}, a list of them, or none`,
  read(value) {
    const all = Array.isArray(value) ? (value as unknown[]) : [value];
    return value === 'none' || all.every(each => values.includes(each)) ? value : REFUSED;
  },
});

/** Accepts `null`, which has a meaning here. */
export const orNull = (reader: Reader): Reader => ({
  ...reader,
  expected: `${reader.expected}, or null`,
  read: value => (value === null ? null : reader.read(value)),
});

export const lenient = (reader: Reader, empty?: unknown): Reader => ({...reader, canBeIgnored: true, empty});
