import type {Condition} from '../players/attribute-conditions.js';
import type {Promotion} from '../promotions/promotions.js';
import type {Dated} from './dates.js';
import type {Schedule} from './schedules.js';

export type Sku = {readonly sku: string};

/** The fields that bonus promotions and item promotions share. */
type Fields = Dated & {
  readonly name: Readonly<Record<string, string>>;
  readonly limits?: {
    readonly per_user?: number | null;
    readonly recurrent_schedule?: {readonly per_user: Schedule} | null;
  };
  readonly price_conditions?: Promotion['price_conditions'] | null;
  readonly excluded_promotions?: readonly number[];
};

/** A bonus promotion in a request (`create-bonus-promotion`). */
export type BonusInput = Fields & {
  readonly condition: readonly Sku[] | null;
  readonly bonus: readonly (Sku & {readonly quantity?: number})[] | null;
  readonly attribute_conditions?: readonly Condition[];
};

/** An item promotion, a discount, in a request (`create-item-promotion`). */
export type DiscountInput = Fields & {
  readonly items: readonly Sku[] | null;
  readonly discount: {readonly percent: string};
  /** Unlike elsewhere, lists of one type each; all have to be met. */
  readonly attribute_conditions?: readonly (readonly Condition[])[];
};

type Stored = {readonly id: number; readonly is_enabled: boolean};
export type ManagedBonus = BonusInput & Stored & {readonly kind: 'bonus'};
export type ManagedDiscount = DiscountInput & Stored & {readonly kind: 'item'};
export type ItemPromotion = ManagedBonus | ManagedDiscount;

export type ItemPromotionInput = (BonusInput & {readonly kind: 'bonus'}) | (DiscountInput & {readonly kind: 'item'});
