/** An error in a seed, with the path of the field: `chains[0].name must be …`. */
export class SeedError extends Error {
  override readonly name = 'SeedError';

  constructor(place: string, requirement: string) {
    super(`${place || 'the seed'} ${requirement}`);
  }
}

/**
 * Returns the value if it passes the check.
 *
 * @throws SeedError with the path, if it does not.
 */
export type Check<T> = (value: unknown, place: string) => T;

type Optional<T, Key extends keyof T> = Pick<T, Key> extends Required<Pick<T, Key>> ? never : undefined;
/** A check for each field of an object. */
export type Checks<T> = {readonly [Key in keyof T]-?: Check<T[Key] | Optional<T, Key>>};

function refusal(value: unknown, place: string, requirement: string): SeedError {
  return new SeedError(place, value === undefined ? `is missing; it must be ${requirement}` : `must be ${requirement}`);
}

/** A check by a guard, for values without parts. */
export function valueOf<T>(requirement: string, guard: (value: unknown) => value is T): Check<T> {
  return (value, place) => {
    if (!guard(value)) throw refusal(value, place, requirement);
    return value;
  };
}

/** A string that matches, or any string. */
export function text(requirement = 'a text', pattern = /^/): Check<string> {
  return valueOf(requirement, (value): value is string => typeof value === 'string' && pattern.test(value));
}

export function whole(min?: number): Check<number> {
  const requirement = min === undefined ? 'a whole number' : `a whole number from ${min}`;
  const isFit = (value: number): boolean => Number.isSafeInteger(value) && value >= (min ?? -Infinity);
  return valueOf(requirement, (value): value is number => typeof value === 'number' && isFit(value));
}

export function numberWithin(limit: number): Check<number> {
  const isFit = (value: number): boolean => Math.abs(value) <= limit;
  return valueOf(
    `a number from -${limit} to ${limit}`,
    (value): value is number => typeof value === 'number' && isFit(value),
  );
}

export const flag = valueOf('true or false', (value): value is boolean => typeof value === 'boolean');

export function oneOf<Word extends string>(...words: readonly Word[]): Check<Word> {
  return valueOf(`one of: ${words.join(', ')}`, (value): value is Word => words.includes(value as Word));
}

/** Accepts `null` and a missing value, which becomes `null`. */
export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, place) => (value === null || value === undefined ? null : check(value, place));
}

/** Accepts a missing value, which becomes the fallback. */
export function or<T, Fallback>(fallback: Fallback, check: Check<T>): Check<T | Fallback> {
  return (value, place) => (value === undefined ? fallback : check(value, place));
}

export function listOf<T>(check: Check<T>, min = 0, max = Infinity): Check<readonly T[]> {
  const count = max === Infinity ? '' : ` of ${min} to ${max}`;
  return (value, place) => {
    const isFit = Array.isArray(value) && value.length >= min && value.length <= max;
    if (!isFit) throw refusal(value, place, `a list${count}`);
    return value.map((item, index) => check(item, `${place}[${index}]`));
  };
}

/** An object with any names that match. */
export function mapOf<T>(names: RegExp, check: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value, place) => {
    const entries = Object.entries(record(value, place));
    const strange = entries.find(([name]) => !names.test(name));
    if (strange) throw new SeedError(within(place, strange[0]), `is not named like ${names.source}`);
    return Object.fromEntries(entries.map(([name, item]) => [name, check(item, within(place, name))]));
  };
}

/** An object with these fields and no other. */
export function object<T extends object>(checks: Checks<T>): Check<T> {
  return (value, place) => {
    const fields = record(value, place);
    const strange = Object.keys(fields).find(name => !Object.hasOwn(checks, name));
    if (strange !== undefined) throw new SeedError(within(place, strange), 'is not known');
    const entries = Object.entries<Check<unknown>>(checks).map(([name, check]) => [
      name,
      check(fields[name], within(place, name)),
    ]);
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined)) as T;
  };
}

function record(value: unknown, place: string): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isRecord) throw refusal(value, place, 'an object');
  return value as Readonly<Record<string, unknown>>;
}

function within(place: string, name: string): string {
  return place ? `${place}.${name}` : name;
}

/** Refuses a list in which two items have the same value under `key`. */
export function assertUnique<Key extends string>(
  place: string,
  key: Key,
  items: readonly {readonly [K in Key]: unknown}[],
): void {
  const ids = items.map(item => item[key]);
  const index = ids.findIndex((id, position) => ids.indexOf(id) < position);
  if (index >= 0)
    throw new SeedError(`${place}[${index}].${key}`, `is there before, in ${place}[${ids.indexOf(ids[index])}]`);
}
