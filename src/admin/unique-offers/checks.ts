import * as v from 'valibot';
import {date, regionalTexts, sku, whole} from '../input/fields.js';

const MAX_GENERATED = 100_000;

export const externalId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9._-]{1,255}$/, 'must be 1 to 255 letters, digits, dots, dashes and underscores'),
);

export const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,128}$/, 'must be 1 to 128 letters and digits'));

export const count = whole(1, MAX_GENERATED);

const fields = {
  name: regionalTexts,
  date_start: v.nullish(date),
  date_end: v.nullish(date),
  items: v.optional(v.array(sku)),
  redeem_user_limit: v.nullish(whole(1)),
  redeem_code_limit: v.nullish(whole(1)),
  redeem_total_limit: v.nullish(whole(1)),
};

/** The names of what can be replaced. */
export const OFFER_FIELDS = Object.keys(fields);

export const offerUpdate = v.strictObject(fields);
export const offerInput = v.strictObject({external_id: externalId, ...fields});
