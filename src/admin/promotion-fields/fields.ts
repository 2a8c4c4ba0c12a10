import type {AnsweredSchedule, DailySchedule, MonthlySchedule, WeeklySchedule} from '../input/schedules.js';

/** An item that comes as a gift. */
export type BonusItem = {
  readonly sku: string;
  /** A whole number from 1, which is the default. */
  readonly quantity?: number | undefined;
};

/** A discount in percent. */
export type PercentOff = {
  /** 0 to 100, written as a string: `10.50`. */
  readonly percent: `${number}`;
};

/** A bound on the price of the purchase. Here the operators have their usual meaning: `lt` is less than. */
export type PriceCondition = {
  readonly operator: 'ge' | 'gt' | 'le' | 'lt' | 'eq' | 'ne';
  /** Up to four decimals, written as a string: `10.0000`. */
  readonly value: `${number}`;
};

/** How often one player may use a promotion. */
export type PromotionLimits = {
  /** A whole number from 1, or `null` for no limit. */
  readonly per_user?: number | null | undefined;
  /** When the count restarts; `null` means never. */
  readonly recurrent_schedule?:
    {readonly per_user: DailySchedule | WeeklySchedule | MonthlySchedule} | null | undefined;
};

/** Redemptions by one player, by one code, and in all: a whole number from 1, `null` for no limit, 10 when absent. */
export type RedeemLimits = {
  readonly redeem_user_limit?: number | null | undefined;
  readonly redeem_code_limit?: number | null | undefined;
  readonly redeem_total_limit?: number | null | undefined;
};

/** Limits in the vendor's answer, whose shape differs from the request's. */
export type AnsweredLimits = {
  readonly per_user?: {readonly total: number} | null | undefined;
  readonly recurrent_schedule?: {readonly per_user?: AnsweredSchedule | null | undefined} | null | undefined;
};

/** A price condition in an answer: operators may be newer than this version. */
export type AnsweredPriceCondition = {readonly operator: string; readonly value: string};
