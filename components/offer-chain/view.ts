/* What an element says of an offer chain and of the orders of its steps. */
import {endedOrderOf, orderOf} from '../../src/offer-chains/rules.js';
import type {Money, OfferChain, OfferStep, Order, PointsGiven} from '../../src/offers.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatMoney} from '../../src/text/money.js';
import {type Failure, refusalText} from '../shared/failure.js';
import {rewardsText} from '../shared/received.js';

/** What the player can do with an order. */
export type OrderAction = 'order' | 'checkout' | 'check';

/** A step with the order that it waits for, or the one whose end explains why it can be bought again. */
export type ShownStep = OfferStep & {readonly waitsFor?: Order | undefined; readonly ended?: Order | undefined};

export function toShownStep(
  step: OfferStep,
  {chainId, orders, isOver}: {chainId: number; orders: readonly Order[]; isOver: boolean},
): ShownStep {
  const at = {chainId, step, now: Date.now()};
  // A step may have become free since it was ordered, and then nobody has to wait.
  const waitsFor = step.free ? undefined : orderOf(orders, at);
  // Nothing of a chain that is over can be had, but a payment for it may still arrive.
  if (isOver && step.state !== 'done') return {...step, state: 'locked', waitsFor};
  // An order that nobody has paid says nothing of a step that is taken.
  if (step.state === 'done') return waitsFor?.status === 'paid' ? {...step, waitsFor} : step;
  return {...step, waitsFor, ended: waitsFor || step.free ? undefined : endedOrderOf(orders, at)};
}

export function renderProgress({steps}: OfferChain, locale: string): string {
  const done = steps.filter(({state}) => state === 'done').length;
  return steps.length ? fill(messages.offerProgress, {done, steps: steps.length}, locale) : '';
}

/** That nothing is left to do: every step is done, or the chain is over. */
export function renderEnd({finished}: OfferChain, isOver: boolean): string {
  if (finished) return messages.offerFinished;
  return isOver ? messages.offerEnded : '';
}

/** The step whose turn it is, else the last one that is done, which a track is scrolled to. */
export function stepToShow({steps}: OfferChain): OfferStep | undefined {
  return steps.find(({state}) => state === 'next') ?? [...steps].reverse().find(({state}) => state === 'done');
}

/** What a step costs: an amount, that it is free, or nothing where the server does not say. */
export function priceText({free, price}: OfferStep, locale: string): string {
  if (free) return messages.free;
  return price ? formatMoney(price, locale) : '';
}

/** The name of the button that buys a step. It begins with what the button shows, for those who say what they see. */
export function buyLabel(price: Money | undefined, {rewards}: OfferStep, locale: string): string {
  const names = rewardsText(rewards, locale);
  if (!price) return `${messages.buy}: ${names}`;
  return fill(messages.buyStep, {price: formatMoney(price, locale), rewards: names});
}

/** Value points that a step gives; without an amount where it was unreadable. */
export function pointsText({amount, name, sku}: PointsGiven, locale: string): string {
  const points = name || sku;
  return amount === null ? points : fill(messages.pointsGiven, {points: amount, name: points}, locale).trim();
}

/** What an order waits for, in words. A status that this version does not know counts as waiting. */
function statusText(status: Order['status']): string {
  if (status === 'paid') return messages.orderPaid;
  return status === 'done' ? messages.orderDone : messages.orderWaiting;
}

/** What a step waits for, in words. */
export function waitingText({status, blocked}: Order): string {
  return blocked && isUnpaid(status) ? messages.orderBlocked : statusText(status);
}

/** What an open order of a chain waits for; a chain that the player no longer sees may have one. */
export function openOrderText(orders: readonly Order[], chainId: number): string {
  const isMine = ({target}: Order): boolean => 'offerChainId' in target && target.offerChainId === chainId;
  const open = orders.find(order => isMine(order) && order.endedAt === undefined);
  return open ? statusText(open.status) : '';
}

/** Whether an order may still have to be paid. */
export function isUnpaid(status: Order['status']): boolean {
  return status === 'new' || status === 'unknown';
}

/** Why a step that was being bought can be bought again. */
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
