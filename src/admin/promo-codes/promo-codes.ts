import type {PageOptions} from '../connection/pages.js';
import type {PromotionCalls} from '../connection/versions.js';
import {created} from '../coupons/answers.js';
import {externalIdIn} from '../input/external-id.js';
import {createLimitedCodes, type LimitedCodes} from '../promotion-codes/limited-codes.js';
import {createRecords} from '../records/records.js';
import {createUserLimits, type UserLimits} from '../user-limits/user-limits.js';
import {promoCode, promoCodePage, toUpdate, unknownIn} from './answers.js';
import {promoCodeInput, promoCodeUpdate} from './checks.js';
import type {PromoCode, PromoCodeInput, PromoCodeUpdate} from './promo-code.js';

/** Promo codes of the project: a discount, or gifts, with a purchase. */
export type PromoCodes = {
  /** Creates a promo code, which is disabled at first and has no codes (`create-promo-code`). */
  create(input: PromoCodeInput): Promise<{external_id: string}>;
  /** All of them, page by page (`get-promo-codes`). */
  list(options?: PageOptions): AsyncIterable<PromoCode>;
  /** Rejects with `not-found` (`get-promo-code`). */
  get(externalId: string): Promise<PromoCode>;
  /** Replaces everything except its codes and whether it is enabled (`update-promo-code`). See `change`. */
  update(externalId: string, input: PromoCodeUpdate): Promise<void>;
  /**
   * Reads, lets `how` return the new version, and replaces. Only what `how` changes is checked; the rest is sent back
   * unchanged, including fields that this version does not know. If two changes run at the same time, the later one
   * wins.
   */
  change(
    externalId: string,
    how: (current: PromoCodeUpdate) => PromoCodeUpdate | Promise<PromoCodeUpdate>,
  ): Promise<void>;
  /** Deletes it permanently (`delete-promo-code`). */
  delete(externalId: string): Promise<void>;
  /** `activate-promo-code`; an active one stays active. */
  activate(externalId: string): Promise<void>;
  /** `deactivate-promo-code`. */
  deactivate(externalId: string): Promise<void>;
  /** Its codes. */
  readonly codes: LimitedCodes;
  /** How often single players may still use it; only for a promo code with `redeem_user_limit`. */
  readonly userLimits: UserLimits<string>;
};

const KIND = 'promocode';

export function createPromoCodes(calls: PromotionCalls): PromoCodes {
  return {
    ...createRecords(calls, {
      list: [KIND],
      pathOf: externalId => [KIND, externalIdIn(externalId)],
      input: promoCodeInput,
      update: promoCodeUpdate,
      created,
      answer: promoCode,
      page: promoCodePage,
      toUpdate,
      unknownIn,
    }),
    codes: createLimitedCodes(calls.stayed, KIND),
    userLimits: createUserLimits(calls.stayed, externalId => [KIND, 'external_id', externalIdIn(externalId)]),
  };
}
