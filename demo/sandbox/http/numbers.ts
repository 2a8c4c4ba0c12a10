import {invalidProperty} from './envelopes.js';

/**
 * A whole number from a path, a query or a JSON body: a number, or its decimal digits.
 *
 * @throws Refusal 422/1102 that names the property, if it is anything else or out of bounds.
 */
export function toInteger(
  value: unknown,
  name: string,
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
): number {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw invalidProperty(name, 'must be an integer');
  if (number < min) throw invalidProperty(name, `must be at least ${min}`);
  if (number > max) throw invalidProperty(name, `must be at most ${max}`);
  return number;
}
