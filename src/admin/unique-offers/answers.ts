import * as v from 'valibot';
import * as field from '../answers/fields.js';
import {dates, withPeriods} from '../answers/periods.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import {redeemLimits} from '../promotion-fields/answers.js';
import {pageOf} from '../records/answers.js';
import {OFFER_FIELDS} from './checks.js';
import type {UniqueOffer, UniqueOfferUpdate} from './offer.js';

export const created = v.looseObject({external_id: v.string()});

export const offer: Reader<UniqueOffer> = v.pipe(
  v.looseObject({
    external_id: v.string(),
    name: field.texts,
    is_enabled: v.boolean(),
    ...dates,
    items: v.nullish(v.array(v.string())),
    ...redeemLimits,
    total_limit_state: field.limitState,
  }),
  v.transform(withPeriods),
);

export const offerPage = pageOf('items', offer);

/** The input that would leave the offer unchanged. */
export function toUpdate(answer: UniqueOffer): UniqueOfferUpdate {
  const {name, items, promotion_periods, redeem_user_limit, redeem_code_limit, redeem_total_limit} = answer;
  return present({
    name,
    ...(promotion_periods.length && {promotion_periods}),
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
