import {LiveOpsError} from '../errors.js';

/** Whether `value` can be part of a path as an id of the vendor's. */
export function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** The same id. @throws {LiveOpsError} `config`, naming the argument, for anything but a whole number from 1. */
export function checkId(id: number, name: string): number {
  if (!isId(id)) throw new LiveOpsError('config', `\`${name}\` must be a whole number from 1.`);
  return id;
}
