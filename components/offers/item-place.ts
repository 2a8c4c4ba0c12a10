import type {VirtualPrice} from '../../src/catalog/items.js';
import type {Money} from '../../src/offers.js';
import type {Session} from '../../src/session/session.js';
import {OrderEvent} from '../shared/order-events.js';
import type {OrderAction} from '../shared/order-texts.js';

/** What a player does with an item. */
export type ItemPlace = {
  /** An item is on no chain. */
  readonly chainId?: undefined;
  readonly sku: string;
  readonly action: OrderAction | 'free' | 'virtual';
  readonly price: Money | undefined;
  readonly orderId?: number;
  readonly currency?: VirtualPrice;
  readonly allowVolatile?: boolean;
};

/** What an item says of the last thing that the player did with it. */
export type ItemNews = {
  readonly text: string;
  /** Whether the order could not be saved, so that the player decides whether to order anyway. */
  readonly isUnkept?: boolean;
};

/** Whether the order is done at once. */
export function isInstant({action}: Pick<ItemPlace, 'action'>): boolean {
  return action === 'free' || action === 'virtual';
}

export function toEvent({sku, price, orderId}: ItemPlace): OrderEvent {
  return new OrderEvent({sku, price, orderId});
}

export async function sendOrder(session: Session, place: ItemPlace, code: string | undefined): Promise<void> {
  const {action, sku, orderId = 0, currency, allowVolatile = false} = place;
  const promoCode = code === undefined ? {} : {promoCode: code};
  if (action === 'order') await session.orders.order({sku, ...promoCode}, {allowVolatile});
  else if (action === 'checkout') await session.orders.checkout(orderId);
  else if (action === 'check') await session.orders.check(orderId);
  else if (action === 'free') await session.claimItem(sku, promoCode);
  else if (currency) await session.buyWithCurrency(sku, currency.sku);
}
