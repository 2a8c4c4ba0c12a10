import * as v from 'valibot';
import {checked} from './check.js';
import {inPath} from './fields.js';

/** The id that the creator of a coupon, promo code or offer gives it; unique in the project. */
export const externalId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9._-]{1,255}$/, 'must be 1 to 255 letters, digits, dots, dashes and underscores'),
);

/** The checked part of a path. */
export function externalIdIn(id: string): string {
  return checked(inPath(externalId), id, 'externalId');
}
