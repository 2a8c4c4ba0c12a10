/* The vendor's orders as the model's (`create-order-with-item`, `order-user-offer-chain-step-reward`, `get-order`). */
import type {Answer} from '../http/answer.js';
import {isRecord, toId, toJson} from '../http/parse.js';
import type {Order} from '../offers.js';

/** An order as its creation answers it. The token is in no later answer. */
export type PlacedOrder = {readonly id: number; readonly token: string | undefined};

/** The vendor's words for an order; the list is open. `expired` is in the documents of its admin calls. */
const STATUSES: ReadonlyMap<unknown, Order['status']> = new Map([
  ['new', 'new'],
  ['paid', 'paid'],
  ['done', 'done'],
  ['canceled', 'canceled'],
  ['expired', 'expired'],
]);

/** The order in a successful answer; `undefined` where it has none. */
export function toPlacedOrder(answer: Answer): PlacedOrder | undefined {
  try {
    const body = toJson(answer);
    const id = isRecord(body) ? toId(body['order_id']) : undefined;
    const token = isRecord(body) ? body['token'] : undefined;
    return id === undefined ? undefined : {id, token: typeof token === 'string' && token ? token : undefined};
  } catch {
    return undefined;
  }
}

/** @throws {LiveOpsError} `bad-answer` for an answer that is not JSON. */
export function toStatus(answer: Answer): Order['status'] {
  const body = toJson(answer);
  return (isRecord(body) && STATUSES.get(body['status'])) || 'unknown';
}
