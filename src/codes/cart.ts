import type {Price} from '../offers.js';

/** What the player pays for a row or a whole cart. */
export type CartPrice = Price;

/** One row of a cart. */
export type CartItem = {
  readonly sku: string;
  readonly name: string;
  /** A whole number from 1; absent when unreadable. */
  readonly quantity?: number;
  /** Whether the row costs nothing, as a gift of a promo code. */
  readonly free: boolean;
  /** Absent for a free row, and where the server sent nothing readable. */
  readonly price?: CartPrice;
};

/** A cart as the server has it for one player. */
export type Cart = {
  readonly id: string;
  readonly free: boolean;
  readonly price?: CartPrice;
  readonly items: readonly CartItem[];
};

/**
 * Whether a promo code has changed a cart. The cart doesn't name its code, so prices and gifts are compared; `unclear` where
 * the rows that the player pays for differ, too, since that is another page's doing.
 */
export function promoChange(before: Cart, after: Cart): 'changed' | 'same' | 'unclear' {
  if (paidRows(before) !== paidRows(after)) return 'unclear';
  return moneyOf(before) === moneyOf(after) ? 'same' : 'changed';
}

function paidRows({items}: Cart): string {
  const rows = items.filter(({free}) => !free).map(({sku, quantity}) => [sku, quantity]);
  return JSON.stringify(rows.sort());
}

function moneyOf({free, price, items}: Cart): string {
  const rows = items.map(({sku, quantity, price: own}) => JSON.stringify([sku, quantity, own]));
  return JSON.stringify([free, price, rows.sort()]);
}
