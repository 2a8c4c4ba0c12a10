/*
 * Reading fields of an answer that may contain anything. Each function takes `unknown` and returns a value or
 * `undefined`; only `parseJson` throws. So one bad field never costs the row, and one bad row never costs the list.
 * Known fields are copied into new objects, which drops `__proto__` and its like.
 */
import {LiveOpsError} from '../errors.js';
import {isLoopback} from './loopback.js';
import {parseDate} from '../parse-date.js';

const JSON_TYPE = /^application\/(?:[\w.+-]{1,64}\+)?json\b/i;
const LONGEST_URL = 2_048;
/** Between the year 1973 in milliseconds and the year 5138 in seconds. */
const MILLISECONDS_FROM = 1e11;

/** Digits of long whole numbers, by their object and key. They are not stored in the object: a row may have any key. */
const digits = new WeakMap<object, Map<string, string>>();

/**
 * Keeps the digits of whole numbers of 16 to 20 digits, which may be beyond 2^53, for `toDigits`, if the engine exposes
 * the source text of a value (Chromium 114, Safari 18.4, Firefox 135).
 *
 * @throws {LiveOpsError} `bad-answer` for a string that is not JSON; the message does not contain the string.
 */
export function parseJson(text: string): unknown {
  try {
    // Parsing with a reviver takes several times as long.
    return JSON.parse(text, /[\s:[,]\d{16}/.test(text) ? keepDigits : undefined);
  } catch {
    throw badAnswer();
  }
}

function keepDigits(this: object, key: string, value: unknown, context?: {source?: string}): unknown {
  const source = context?.source;
  if (source !== undefined && /^\d{16,20}$/.test(source)) {
    digits.set(this, (digits.get(this) ?? new Map<string, string>()).set(key, source));
  }
  return value;
}

/** The digits of a long whole number as the server wrote them, if they are known. */
export function toDigits(row: Record<string, unknown>, key: string): string | undefined {
  return digits.get(row)?.get(key);
}

/** For an answer that is not as documented; the message does not contain its content. */
export function badAnswer(): LiveOpsError {
  return new LiveOpsError('bad-answer', 'The answer is unreadable.');
}

/**
 * The JSON of a successful answer. @throws {LiveOpsError} `bad-answer` for another media type, or for a body that isn't
 * JSON.
 */
export function toJson({headers, text}: {headers: Headers; text: string}): unknown {
  if (!JSON_TYPE.test(headers.get('content-type') ?? '')) throw badAnswer();
  return parseJson(text);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses a string as a JSON object; `undefined` for any other string. */
export function toRecord(text: string): Record<string, unknown> | undefined {
  try {
    const body = parseJson(text);
    return isRecord(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** The number of list entries dropped since the page was loaded, for support. */
export let dropped = 0;

/** The records of a list; anything else in it is dropped, and counted. */
export function toRecords(value: unknown): Record<string, unknown>[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const records = rows.filter(isRecord);
  dropped += rows.length - records.length;
  return records;
}

/** A non-empty string; a number becomes its digits. */
export function toText(value: unknown): string | undefined {
  if (Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() ? value : undefined;
}

/** A whole number from 1, also as a string of digits. */
export function toId(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) && (number as number) > 0 ? (number as number) : undefined;
}

/**
 * A number of points from 0, also as a string of up to 15 digits; else `null`. Points have at most two decimals; a
 * server that adds floating-point numbers sends more (0.1 + 0.2), so they are rounded.
 */
export function toAmount(value: unknown): number | null {
  const isText = typeof value === 'string' && /^\d{1,15}(\.\d{1,20})?$/.test(value);
  const number = (isText ? Number(value) : value) as number;
  if (!Number.isFinite(number)) return null;
  const rounded = Number.isInteger(number) ? number : Math.round(number * 100) / 100;
  // Adding 0 takes the sign off -0.
  return rounded < 0 ? null : rounded + 0;
}

/**
 * An absolute https URL without credentials, at most 2 KiB, or http on a loopback address; other schemes can run script
 * or mix plain content into the page.
 */
export function toImageUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_URL) return undefined;
  try {
    const {protocol, hostname, username, password, href} = new URL(value);
    const safe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
    return safe && !username && !password ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A date string as milliseconds since 1970. */
export function toTime(value: unknown): number | undefined {
  const time = typeof value === 'string' ? parseDate(value) : NaN;
  return Number.isFinite(time) ? time : undefined;
}

/** A Unix time as milliseconds since 1970; the vendor's docs show seconds in examples and milliseconds in prose. */
export function toUnixTime(value: unknown): number | undefined {
  const time = toAmount(value);
  return time ? (time < MILLISECONDS_FROM ? time * 1_000 : time) : undefined;
}

/** The entries whose value is known; for building objects with optional fields. */
export function defined<T extends Record<string, unknown>>(fields: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
