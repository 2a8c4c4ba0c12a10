import * as v from 'valibot';
import * as field from '../answers/fields.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import {OFFER_FIELDS} from './checks.js';
import type {UniqueOffer, UniqueOfferUpdate} from './offer.js';

export const created = v.looseObject({external_id: v.string()});

export const offer: Reader<UniqueOffer> = v.looseObject({
  external_id: v.string(),
  name: field.texts,
  is_enabled: v.boolean(),
  date_start: field.optionalDate,
  date_end: field.optionalDate,
  items: v.nullish(v.array(v.string())),
  redeem_user_limit: v.nullish(v.number()),
  redeem_code_limit: v.nullish(v.number()),
  redeem_total_limit: v.nullish(v.number()),
  total_limit_state: v.nullish(v.looseObject({available: v.number(), reserved: v.number(), used: v.number()})),
});

export const offerPage = v.looseObject({items: v.array(offer), total_promotions_count: v.optional(v.number())});

export const addedCode = v.looseObject({code: v.string()});
export const generated = v.looseObject({count: v.number()});
export const codePage = v.looseObject({
  codes: v.array(v.looseObject({code: v.string()})),
  total_count: v.optional(v.number()),
});

/** The input that would leave the offer unchanged. */
export function toUpdate(answer: UniqueOffer): UniqueOfferUpdate {
  const {name, items, date_start, date_end, redeem_user_limit, redeem_code_limit, redeem_total_limit} = answer;
  return present({
    name,
    date_start,
    date_end,
    items: items ?? undefined,
    redeem_user_limit,
    redeem_code_limit,
    redeem_total_limit,
  }) as UniqueOfferUpdate;
}

/** The fields of the answer that this version does not know. */
export function unknownIn(answer: UniqueOffer): object {
  return unknownFields(answer, OFFER_FIELDS, ['external_id', 'is_enabled', 'total_limit_state']);
}
