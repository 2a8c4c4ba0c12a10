/* What a page may ask for, and the errors for what it may not. Nothing is sent for these. */
import {LiveOpsError} from '../errors.js';
import {CURRENT_CART} from './calls.js';
import {readCode} from './code-input.js';
import type {VerifiedCode} from './contents.js';

type Kind = VerifiedCode['kind'];

/** @throws {LiveOpsError} `invalid` for a text that the vendor takes no request for, `config` for no text. */
export function toCode(text: string): string {
  if (typeof text !== 'string') throw new LiveOpsError('config', '`code` must be a string.');
  const input = readCode(text);
  if (input.status === 'code' && !input.others) return input.code;
  const message = 'A code must be 1 to 128 letters and digits. `readCode` says what of the text could be one.';
  throw new LiveOpsError('invalid', message, {reason: 'not-a-code'});
}

export function toCartId(id = CURRENT_CART): string {
  if (typeof id === 'string' && /^[\w.-]{1,255}$/.test(id) && !/^\.+$/.test(id)) return id;
  throw new LiveOpsError('config', '`cartId` must be 1 to 255 letters, digits, dots, dashes or underscores.');
}

export function wrongKind(is: Kind, wanted: Kind): LiveOpsError {
  return new LiveOpsError('invalid', `The code is a ${is}, not a ${wanted}.`, {reason: 'wrong-kind'});
}

export function noRoomForChoice(): LiveOpsError {
  const message = 'The code gives an item in several units, which only a cart can choose among. Use `applyPromoCode`.';
  return new LiveOpsError('invalid', message, {reason: 'choice'});
}
