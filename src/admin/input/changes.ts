import type {GenericSchema} from 'valibot';
import {type Finding, findingsIn, refusal} from './check.js';

/** The other fields that a rule reads, by the field that its message names. */
export type RelatedFields = Readonly<Record<string, readonly string[]>>;

export type Change<T> = {
  /** The input that would leave the record unchanged. */
  readonly current: T;
  /** The caller's edit. It gets a copy, and may return the same object. */
  readonly how: (current: T) => T | Promise<T>;
  /** The rules for the edited record. */
  readonly schemaOf: (next: T) => GenericSchema;
  readonly related?: RelatedFields;
  /** The argument's name, for a value without a field. */
  readonly name?: string;
};

/**
 * The edited record, if everything that differs from `current` is valid. Unchanged values pass, even if they break a
 * limit for new input: a PUT replaces everything, so refusing an old value would make the whole record unchangeable,
 * and leaving it out would delete it. Rows of a list are compared with every row of the current list, so that an
 * insertion does not make the rows behind it count as changed.
 *
 * @throws {LiveOpsError} `config`, with the path of the first changed field that is wrong.
 */
export async function editedBy<T>({current, how, schemaOf, related = {}, name}: Change<T>): Promise<T> {
  const next = await how(structuredClone(current));
  const isTheCallers = (finding: Finding): boolean => {
    const keys = keysOf(finding);
    const others = related[String(keys[0])] ?? [];
    return [keys, ...others.map(field => [field])].some(path => isChanged(current, next, path));
  };
  const finding = findingsIn(schemaOf(next), next).find(isTheCallers);
  if (finding) throw refusal(finding, name);
  return next;
}

function keysOf({path}: Finding): readonly unknown[] {
  return (path ?? []).map(({key}) => key);
}

/** Follows the path through both, and keeps every place in `current` that may be the same thing in another position. */
function isChanged(current: unknown, next: unknown, path: readonly unknown[]): boolean {
  let before: readonly unknown[] = [current];
  let after = next;
  for (const key of path) {
    if (before.some(each => isSame(each, after))) return false;
    before = before.flatMap(each => (Array.isArray(each) ? (each as unknown[]) : [fieldOf(each, key)]));
    after = fieldOf(after, key);
  }
  return !before.some(each => isSame(each, after));
}

/** Both are JSON data; an absent field is the same as an undefined one. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, withSortedKeys) === JSON.stringify(other, withSortedKeys);
}

function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fieldOf(value: unknown, key: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key as PropertyKey)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key as PropertyKey];
}
