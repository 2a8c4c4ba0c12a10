import type {PageOptions} from '../connection/pages.js';
import type {PromotionCalls} from '../connection/versions.js';
import {externalIdIn} from '../input/external-id.js';
import {createLimitedCodes, type LimitedCodes} from '../promotion-codes/limited-codes.js';
import {createRecords} from '../records/records.js';
import {createUserLimits, type UserLimits} from '../user-limits/user-limits.js';
import {coupon, couponPage, created, toUpdate, unknownIn} from './answers.js';
import {couponInput, couponUpdate} from './checks.js';
import type {Coupon, CouponInput, CouponUpdate} from './coupon.js';

/** Coupons of the project: gifts for a code, without a purchase. */
export type Coupons = {
  /** Creates a coupon, which is disabled at first and has no codes (`admin-create-coupon`). */
  create(input: CouponInput): Promise<{external_id: string}>;
  /** All of them, page by page (`get-coupons`). */
  list(options?: PageOptions): AsyncIterable<Coupon>;
  /** Rejects with `not-found` (`get-coupon`). */
  get(externalId: string): Promise<Coupon>;
  /** Replaces everything except its codes and whether it is enabled (`update-coupon-promotion`). See `change`. */
  update(externalId: string, input: CouponUpdate): Promise<void>;
  /**
   * Reads, lets `how` return the new version, and replaces. Only what `how` changes is checked; the rest is sent back
   * unchanged, including fields that this version does not know. If two changes run at the same time, the later one
   * wins.
   */
  change(externalId: string, how: (current: CouponUpdate) => CouponUpdate | Promise<CouponUpdate>): Promise<void>;
  /** Deletes it permanently (`delete-coupon-promotion`). */
  delete(externalId: string): Promise<void>;
  /** `activate-coupon`; an active one stays active. */
  activate(externalId: string): Promise<void>;
  /** `deactivate-coupon`. */
  deactivate(externalId: string): Promise<void>;
  /** Its codes. */
  readonly codes: LimitedCodes;
  /** How often single players may still use it; only for a coupon with `redeem_user_limit`. */
  readonly userLimits: UserLimits<string>;
};

const KIND = 'coupon';

export function createCoupons(calls: PromotionCalls): Coupons {
  return {
    ...createRecords(calls, {
      list: [KIND],
      pathOf: externalId => [KIND, externalIdIn(externalId)],
      input: couponInput,
      update: couponUpdate,
      created,
      answer: coupon,
      page: couponPage,
      toUpdate,
      unknownIn,
    }),
    codes: createLimitedCodes(calls.stayed, KIND),
    userLimits: createUserLimits(calls.stayed, externalId => [KIND, 'external_id', externalIdIn(externalId)]),
  };
}
