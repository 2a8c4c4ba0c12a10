/* What an element says of an offer chain and of the orders of its steps. */
import {endedOrderOf, orderOf} from '../../src/offer-chains/rules.js';
import type {Money, OfferChain, OfferStep, Order} from '../../src/offers.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatMoney} from '../../src/text/money.js';
import {statusText} from '../shared/order-texts.js';
import {rewardsText} from '../shared/received.js';

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

/** The name of the button that claims a free step. It begins with what the button shows, too. */
export function claimLabel({rewards}: OfferStep, locale: string): string {
  return fill(messages.labelFor, {label: messages.offerClaim, subject: rewardsText(rewards, locale)});
}

/** The name of the button that buys a step. It begins with what the button shows, for those who say what they see. */
export function buyLabel(price: Money | undefined, {rewards}: OfferStep, locale: string): string {
  const names = rewardsText(rewards, locale);
  if (!price) return fill(messages.labelFor, {label: messages.buy, subject: names});
  return fill(messages.buyStep, {price: formatMoney(price, locale), rewards: names});
}

/** What an open order of a chain waits for; a chain that the player no longer sees may have one. */
export function openOrderText(orders: readonly Order[], chainId: number): string {
  const isMine = ({target}: Order): boolean => 'offerChainId' in target && target.offerChainId === chainId;
  const open = orders.find(order => isMine(order) && order.endedAt === undefined);
  return open ? statusText(open.status) : '';
}
