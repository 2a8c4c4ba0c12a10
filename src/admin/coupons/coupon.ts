import type {AnsweredCondition, LimitState} from '../answers/fields.js';
import type {AnsweredDates} from '../answers/periods.js';
import type {AttributeConditions} from '../input/conditions.js';
import type {RegionalTexts} from '../input/fields.js';
import type {WithPeriods} from '../input/periods.js';
import type {BonusItem, RedeemLimits} from '../promotion-fields/fields.js';

/** The replaceable fields of a coupon (`Promotions_coupon-update` of the vendor's definition). */
export type CouponUpdate = WithPeriods &
  RedeemLimits & {
    readonly name: RegionalTexts;
    /** What a player gets for a code. */
    readonly bonus?: readonly BonusItem[] | null | undefined;
    /** Which players it is for. */
    readonly attribute_conditions?: AttributeConditions | undefined;
  };

/** A coupon to create. */
export type CouponInput = CouponUpdate & {
  /** The coupon's own id in the project: 1 to 255 letters, digits, dots, dashes and underscores. */
  readonly external_id: string;
};

/** A coupon in the vendor's answer (`get-coupon`). */
export type Coupon = AnsweredDates &
  RedeemLimits & {
    readonly external_id: string;
    readonly name: Readonly<Record<string, string | null>>;
    readonly is_enabled: boolean;
    readonly bonus?: readonly BonusItem[] | null | undefined;
    readonly attribute_conditions?: readonly AnsweredCondition[] | null | undefined;
    /** The remaining total limit; `null` without a limit. */
    readonly total_limit_state?: LimitState | null | undefined;
  };
