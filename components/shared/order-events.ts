import type {Money, Order} from '../../src/offers.js';
import {LiveOpsEvent} from './liveops-event.js';

/** One step of one offer chain. */
export type StepPlace = {chainId: number; stepNumber: number};

/** A step or an item that is about to be bought. */
export type ToBuy = {
  /** The step, where it is one of an offer chain. */
  chainId?: number | undefined;
  stepNumber?: number | undefined;
  /** The item, where it is one of the catalog. */
  sku?: string | undefined;
  /** What it costs in real money, as the server says it; `undefined` where it does not, and for anything else. */
  price: Money | undefined;
  /** The order that waits for its payment; `undefined` where there is none yet. */
  orderId: number | undefined;
};

/** The player is about to buy something, or to open its payment page again; cancel it to do that in another way. */
export class OrderEvent extends LiveOpsEvent<ToBuy> implements ToBuy {
  declare readonly chainId: number | undefined;
  declare readonly stepNumber: number | undefined;
  declare readonly sku: string | undefined;
  declare readonly price: Money | undefined;
  declare readonly orderId: number | undefined;

  constructor({chainId, stepNumber, sku, price, orderId}: ToBuy) {
    const what = sku === undefined ? {chainId, stepNumber} : {sku};
    super('liveops-order', {...what, price, orderId}, true);
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
