import type {Resource} from '../model.js';
import {meansSame} from '../stores/list-time.js';

/** Whether two values are deeply equal: lists by their items, plain objects by their fields. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one)) return Array.isArray(other) && areSameLists(one, other);
  return isPlain(one) && isPlain(other) && areSameObjects(one, other);
}

/**
 * Whether two states of a resource look the same to a player. The time of a value is shown only once it may be out of
 * date; a list that names moments looks other once one of them has passed.
 */
export function looksSame<T>(one: Resource<T>, other: Resource<T>): boolean {
  if (one.status !== 'ready' || other.status !== 'ready' || one.stale || other.stale) return isSameData(one, other);
  if (one.ended !== other.ended || !isSameData(one.value, other.value)) return false;
  return !isList(one.value) || !isList(other.value) || meansSame(one.value, other.value);
}

function isList(value: unknown): value is readonly object[] {
  return Array.isArray(value);
}

function areSameLists(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => isSameData(item, other[index]));
}

function areSameObjects(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(name => name in other && isSameData(one[name], other[name]))
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
