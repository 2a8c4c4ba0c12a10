import {LiveOpsError} from '../errors.js';

/** Whether `value` can be part of a path as an id of the vendor's. */
export function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** The vendor's longest SKU. Dots alone would name another path. */
const SKU = /^(?!\.+$)[\w.-]{1,255}$/;

/** The same SKU. @throws {LiveOpsError} `config`, naming the argument, for a string that can be none. */
export function checkSku(sku: string, name: string): string {
  if (typeof sku === 'string' && SKU.test(sku)) return sku;
  throw new LiveOpsError('config', `\`${name}\` must be 1 to 255 letters, digits, dots, dashes or underscores.`);
}

/** The same code. @throws {LiveOpsError} `config` for a string that the vendor takes for no code. */
export function checkPromoCode(code: string): string {
  if (typeof code === 'string' && /^[a-zA-Z0-9]{1,128}$/.test(code)) return code;
  throw new LiveOpsError('config', '`promoCode` must be 1 to 128 letters and digits.');
}

/** The same id. @throws {LiveOpsError} `config`, naming the argument, for anything but a whole number from 1. */
export function checkId(id: number, name: string): number {
  if (!isId(id)) throw new LiveOpsError('config', `\`${name}\` must be a whole number from 1.`);
  return id;
}
