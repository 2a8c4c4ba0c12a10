import * as v from 'valibot';
import {externalId} from '../input/external-id.js';
import {regionalTexts, sku, whole} from '../input/fields.js';
import {periodFields} from '../input/periods.js';

const fields = {
  name: regionalTexts,
  ...periodFields,
  items: v.optional(v.array(sku)),
  redeem_user_limit: v.nullish(whole(1)),
  redeem_code_limit: v.nullish(whole(1)),
  redeem_total_limit: v.nullish(whole(1)),
};

/** The names of what can be replaced. */
export const OFFER_FIELDS = Object.keys(fields);

export const offerUpdate = v.strictObject(fields);
export const offerInput = v.strictObject({external_id: externalId, ...fields});
