import type {Money, Order} from '../../src/offers.js';
import {LiveOpsEvent} from './liveops-event.js';

/** One step of one offer chain. */
export type StepPlace = {chainId: number; stepNumber: number};

/** A step that is about to be paid. */
export type StepOrder = StepPlace & {
  /** What the step costs, as the server says it; `undefined` where it does not. */
  price: Money | undefined;
  /** The order that waits for its payment; `undefined` where there is none yet. */
  orderId: number | undefined;
};

/** The player is about to buy a step, or to open its payment page again; cancel it to do that in another way. */
export class OrderEvent extends LiveOpsEvent<StepOrder> implements StepOrder {
  declare readonly chainId: number;
  declare readonly stepNumber: number;
  declare readonly price: Money | undefined;
  declare readonly orderId: number | undefined;

  constructor({chainId, stepNumber, price, orderId}: StepOrder) {
    super('liveops-order', {chainId, stepNumber, price, orderId}, true);
  }
}

/** There is an open order, or the status of an order has changed. Grant nothing because of it: that is the server's. */
export class OrderChangedEvent extends LiveOpsEvent<{order: Order}> {
  declare readonly order: Order;

  constructor(order: Order) {
    super('liveops-order-changed', {order});
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-order': OrderEvent;
    'liveops-order-changed': OrderChangedEvent;
  }
}
