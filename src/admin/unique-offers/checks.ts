import * as v from 'valibot';
import {externalId} from '../input/external-id.js';
import {regionalTexts, sku} from '../input/fields.js';
import {periodFields} from '../input/periods.js';
import {redeemLimits} from '../promotion-fields/checks.js';

const fields = {
  name: regionalTexts,
  ...periodFields,
  items: v.optional(v.array(sku)),
  ...redeemLimits,
};

/** The names of what can be replaced. */
export const OFFER_FIELDS = Object.keys(fields);

export const offerUpdate = v.strictObject(fields);
export const offerInput = v.strictObject({external_id: externalId, ...fields});
