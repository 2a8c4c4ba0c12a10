/* What elements say of orders, and of points that come with a purchase. */
import type {Order, PointsGiven} from '../../src/offers.js';
import {fill, messages} from '../../src/text/messages.js';
import {type Failure, refusalText} from './failure.js';

/** What the player can do with an order. */
export type OrderAction = 'order' | 'checkout' | 'check';

/** Value points that something gives; without an amount where it was unreadable. */
export function pointsText({amount, name, sku}: PointsGiven, locale: string): string {
  const points = name || sku;
  return amount === null ? points : fill(messages.pointsGiven, {points: amount, name: points}, locale).trim();
}

/** What an order waits for, in words. A status that this version does not know counts as waiting. */
export function statusText(status: Order['status']): string {
  if (status === 'paid') return messages.orderPaid;
  return status === 'done' ? messages.orderDone : messages.orderWaiting;
}

/** What an order that waits for its payment, or its item, waits for, in words. */
export function waitingText({status, blocked}: Order): string {
  return blocked && isUnpaid(status) ? messages.orderBlocked : statusText(status);
}

/** Whether an order may still have to be paid. */
export function isUnpaid(status: Order['status']): boolean {
  return status === 'new' || status === 'unknown';
}

/** Why something that was being bought can be bought again. */
export function endedText(ended: Order | undefined): string {
  if (!ended) return '';
  return ended.status === 'expired' ? messages.orderExpired : messages.orderCanceled;
}

/** Why nothing was ordered, no payment page opened, or a payment not checked. */
export function orderFailureText(action: OrderAction, failure: Failure): string {
  if (action === 'check') return `${messages.orderCheckFailed} ${reasonOf(failure)}`;
  if (action === 'checkout') return `${messages.orderShowFailed} ${reasonOf(failure)}`;
  if (failure.code === 'not-available') return messages.orderGone;
  if (failure.code === 'payment-open') return messages.orderElsewhere;
  if (failure.code === 'storage-unavailable') return `${messages.orderUnkept} ${messages.orderAnywayHint}`;
  return `${messages.orderFailed} ${reasonOf(failure)}`;
}

function reasonOf(failure: Failure): string {
  return failure.code === 'auth-required' ? messages.orderSignedOut : refusalText(failure);
}
