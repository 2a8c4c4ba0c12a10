import * as refuse from '../http/envelopes.js';
import type {PlayerRequest} from '../http/player-calls.js';
import {priceAfter} from '../promotions/prices.js';
import type {SeedPrice} from '../seed/seed-prices.js';
import {Codes} from './codes.js';
import {usable} from './player-calls.js';

const CENTS = 100;

/** What a promo code does to an order of an item that takes it along; it is used when the order is done. */
export function codeOfOrder(
  request: PlayerRequest,
  text: string | undefined,
): {readonly price: (full: SeedPrice) => SeedPrice; readonly use: () => void} {
  if (text === undefined) return {price: full => full, use: () => undefined};
  const {world, player} = request;
  const code = usable(request, text, refuse.promoCodeNotFound);
  // A choice has no room in an order of an item.
  if (code.type === 'coupon' || code.units.length) throw refuse.promoCodeNotFound();
  return {
    price: ({amount, currency}) => ({
      amount: priceAfter(Math.round(amount * CENTS), [code.discount ?? 0]) / CENTS,
      currency,
    }),
    use: () => world.of(Codes).use(player, code),
  };
}
