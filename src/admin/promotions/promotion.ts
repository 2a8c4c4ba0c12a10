import type {LocaleMap} from '../input/fields.js';

/** A promotion to create, and the replacement of one (`create-promotion`, `update-promotion`). */
export type PromotionInput = {
  /** Its name in Publisher Account, which players don't see. */
  readonly technical_name: string;
  /** The project of the promotion. A read-only promotion keeps its project. */
  readonly project_id: number;
  /** The label in the payment UI, such as `5%`. */
  readonly label?: LocaleMap | null | undefined;
  readonly name?: LocaleMap | null | undefined;
  readonly description?: LocaleMap | null | undefined;
};

type Texts = Readonly<Record<string, string | null>>;

/**
 * A promotion in the vendor's answer (`get-promotion`). The vendor's pages show its fields as those of the request;
 * they don't show `enabled` and `read_only`, which lists have.
 */
export type Promotion = {
  readonly id: number;
  readonly technical_name: string;
  readonly project_id?: number | undefined;
  readonly project?: {readonly id: number} | undefined;
  readonly label?: Texts | null | undefined;
  readonly name?: Texts | null | undefined;
  readonly description?: Texts | null | undefined;
  readonly enabled?: boolean | undefined;
  readonly read_only?: boolean | undefined;
};

/** A promotion in the list of all (`get-promotion-list`). */
export type PromotionRow = {
  readonly id: number;
  readonly technical_name: string;
  /** Whether it is switched on. */
  readonly enabled: boolean;
  /** Whether it applies now. */
  readonly is_active?: boolean | undefined;
  /** Whether it has no end. */
  readonly is_infinite?: boolean | undefined;
  /** Whether its project, subject, payment systems and rewards can no longer be changed. */
  readonly read_only?: boolean | undefined;
  /** An object that the vendor's pages don't show. */
  readonly datetime?: unknown;
  readonly project?: {readonly id?: number | undefined} | null | undefined;
};

/** What is missing before a promotion can be enabled (`review-promotion`). */
export type ReviewFinding = {readonly component: string; readonly message: string};

/** A package, subscription or content by its id, or an object that is sent unchanged: the vendor documents neither. */
export type SubjectEntry = number | Readonly<Record<string, unknown>>;

/** What a promotion applies to (`set-subject`). It has one kind at a time. */
export type PromotionSubject = {
  /** `true` is the whole purchase. */
  readonly purchase?: boolean | undefined;
  /** Virtual items. */
  readonly items?: readonly {readonly sku: string}[] | null | undefined;
  /** Packages of virtual currency. */
  readonly packages?: readonly SubjectEntry[] | null | undefined;
  /** Subscription plans or products. */
  readonly subscriptions?: readonly SubjectEntry[] | null | undefined;
  readonly digital_contents?: readonly SubjectEntry[] | null | undefined;
};

/** A payment system by its id at Xsolla (PayPal is 24) and its name. */
export type PaymentSystem = {readonly id: number; readonly name: string};

/** When a promotion is valid. */
export type ValidityPeriod = {
  /** Date and time with an offset. */
  readonly from: string;
  /** Date and time with an offset. */
  readonly to: string;
  /** Sent unchanged: a string field that the vendor does not explain. */
  readonly offset?: string | undefined;
};

/** What a promotion gives (`set-rewards`). What is missing or `null` is not given. */
export type PromotionRewards = {
  /** For the whole purchase: a discount, percent. */
  readonly purchase?: {readonly discount_percent: number} | null | undefined;
  /** For a package of virtual currency: a part of its amount, percent, or an amount of the currency. */
  readonly package?:
    | {readonly bonus_percent?: number | null | undefined; readonly bonus_amount?: number | null | undefined}
    | null
    | undefined;
  /** For virtual items: discounts, each for at most `max_amount` pieces, and items as a gift. */
  readonly item?:
    | {
        readonly discount?: readonly ItemDiscount[] | null | undefined;
        readonly bonus?: readonly {readonly sku: string; readonly quantity: number}[] | null | undefined;
      }
    | null
    | undefined;
  /** For a subscription: days of trial. */
  readonly subscription?: {readonly trial_days: number} | null | undefined;
};

export type ItemDiscount = {
  readonly sku: string;
  readonly discount_percent: number;
  readonly max_amount?: number | null | undefined;
};
