import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {Answer} from '../http/answer.js';
import {isDefinitive, toFailure} from '../http/failures.js';
import type {Http} from '../http/http.js';
import type {OrderTarget} from '../offers.js';
import {toOrderRefusal} from './refusals.js';
import type {SeenStatus} from './rules.js';
import {type PlacedOrder, toPlacedOrder, toStatus} from './wire.js';

/** What the order of an item sends in addition to its target. The order of a step has no documented body, so it sends none. */
export type OrderSettings = {
  /** Whether the order is for the vendor's test payments. */
  readonly sandbox: boolean;
  /** Where Pay Station leads the player back to. */
  readonly returnUrl: string | undefined;
};

type PlaceRequest = OrderSettings & {
  readonly projectId: number;
  readonly target: OrderTarget;
  readonly signal: AbortSignal;
};

const MAX_BYTES = 64 * 1024;
/** After this the player sees that nothing was ordered; an answer that comes later is thrown away, with its token. */
const ORDER_TIMEOUT_MS = 30_000;

/**
 * Makes one order. Sent once: the vendor has no key that would make a second request the same order.
 *
 * Where no readable answer comes there may be an order, but nobody has its token, so that nobody can pay it.
 *
 * @throws {LiveOpsError} `not-available` (404; for a step also 422), `code-unknown` (404/9802), `code-limit` (422/9804),
 *   `code-region` (422/9808) or `code-expired` (422/9810) for a promo code, `limit-exceeded` (422), `already-claimed` (422/9912),
 *   `auth-required`; `network`, `timeout`, `server` or `bad-answer` when there is no order that could be paid.
 */
export async function sendOrder(
  http: Http,
  {projectId, target, sandbox, returnUrl, signal}: PlaceRequest,
  token: string,
): Promise<PlacedOrder> {
  const limits = {maxBytes: MAX_BYTES, timeoutMs: ORDER_TIMEOUT_MS, signal};
  const isItem = 'sku' in target;
  const path = isItem
    ? `payment/item/${encodeURIComponent(target.sku)}`
    : `user/offer_chain/${target.offerChainId}/step/number/${target.stepNumber}/order`;
  const settings = returnUrl && {settings: {return_url: returnUrl}};
  const code = isItem && target.promoCode !== undefined && {promo_code: target.promoCode};
  const body = isItem ? {quantity: target.quantity ?? 1, ...(sandbox && {sandbox}), ...settings, ...code} : undefined;
  const answer = await http.send({method: 'POST', path: `v2/project/${projectId}/${path}`, body, ...limits}, token);
  if ('error' in answer) throw answer.error;
  const failure = toRefusal(answer, isItem);
  if (failure) throw failure;
  const placed = toPlacedOrder(answer);
  if (!placed) throw noOrder();
  return placed;
}

/** How an order is doing (`get-order`). @throws {LiveOpsError} when nothing could be read. */
export async function fetchStatus(
  http: Http,
  {projectId, orderId}: {projectId: number; orderId: number},
  signal?: AbortSignal,
): Promise<SeenStatus> {
  const path = `v2/project/${projectId}/order/${orderId}`;
  try {
    return toStatus(await http.read({path, maxBytes: MAX_BYTES, signal}));
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
}

/** The vendor's own word that there is no such order; a portal answers 404, too. */
function isMissing(error: unknown): boolean {
  return isLiveOpsError(error) && error.code === 'not-found' && error.vendorCode !== undefined;
}

function toRefusal(answer: Answer, isItem: boolean): LiveOpsError | undefined {
  const failure = toFailure(answer);
  if (!failure) return undefined;
  if (isDefinitive(answer)) return toOrderRefusal(failure, isItem ? 'item' : 'step');
  return failure.code === 'server' ? failure : noOrder();
}

function noOrder(): LiveOpsError {
  return new LiveOpsError('bad-answer', 'The order call got no readable answer, so there is no order to pay.');
}
