import {LiveOpsError} from '../errors.js';
import type {Answer, NoAnswer} from '../http/answer.js';
import {isDefinitive} from '../http/failures.js';
import type {Http, HttpRequest} from '../http/http.js';
import {badAnswer, isRecord, toJson} from '../http/parse.js';
import {retryAfterOf} from '../http/retry-after.js';
import type {Cart} from './cart.js';
import type {CodeChoices, CodeContents, RedeemedCode, VerifiedCode} from './contents.js';
import {toCodeFailure} from './refusals.js';
import {toCart, toContents, toKind, toRedeemedRewards} from './wire.js';

/** What all calls about codes need. */
export type CodeCalls = {readonly http: Http; readonly projectId: number; readonly locale: string};

const MAX_BYTES = 1024 * 1024;
/** After this the end is looked up; longer, and every other claim of the player would wait behind it. */
const SEND_TIMEOUT_MS = 30_000;

/**
 * The kind of a code, and what it gives, if this player may use it now (`verify-promotion-code`). Changes nothing.
 *
 * @throws {LiveOpsError} `code-unknown` (404/9811), `code-limit` (422/9804), `code-region` (422/9808) …
 */
export async function fetchVerifiedCode(calls: CodeCalls, code: string, signal?: AbortSignal): Promise<VerifiedCode> {
  const body = await readBody(calls, {path: 'promotion/code/*/verify', code, signal});
  const rewards = isRecord(body['rewards']) ? body['rewards'] : {};
  return {code, kind: toKind(body['type']), ...toContents(rewards, calls.locale)};
}

/**
 * What a coupon or a promo code gives (`get-coupon-rewards-by-code`, `get-promo-code-rewards-by-code`). Changes nothing.
 *
 * @throws {LiveOpsError} as `fetchVerifiedCode`; `code-unknown` is 404/4001 here.
 */
export async function fetchContents(
  calls: CodeCalls,
  {code, kind}: {readonly code: string; readonly kind: 'coupon' | 'promo-code'},
  signal?: AbortSignal,
): Promise<CodeContents> {
  const family = kind === 'coupon' ? 'coupon' : 'promocode';
  const body = await readBody(calls, {path: `${family}/code/*/rewards`, code, signal});
  return toContents(body, calls.locale);
}

/** A player's cart (`get-user-cart`, `get-cart-by-id`). @throws {LiveOpsError} when it cannot be read. */
export async function fetchCart(calls: CodeCalls, cartId: string, signal?: AbortSignal): Promise<Cart> {
  const path = cartId === CURRENT_CART ? 'cart' : `cart/${encodeURIComponent(cartId)}`;
  const cart = toCart(await readBody(calls, {path, signal}), calls.locale);
  if (!cart) throw badAnswer();
  return cart;
}

/** The vendor's name for the one cart that every player has. */
export const CURRENT_CART = 'current';

type Sent = {readonly code: string; readonly selected: CodeChoices | undefined; readonly signal: AbortSignal};

/**
 * Redeems a coupon (`redeem-coupon`). Sent once: a second request would use the code a second time where its limit allows.
 *
 * @throws {LiveOpsError} the vendor's refusal, or `outcome-unknown` when no whole answer of the vendor's came.
 */
export async function sendRedeem(
  calls: CodeCalls,
  {code, selected, signal}: Sent,
  token: string,
): Promise<RedeemedCode> {
  const body = {coupon_code: code, ...(selected && {selected_unit_items: selected})};
  const answer = await sendBody(calls, {method: 'POST', path: 'coupon/redeem', body, signal}, token);
  return {code, rewards: toRedeemedRewards(answer, calls.locale)};
}

/**
 * Applies a promo code to a cart (`redeem-promo-code`, whose member is `coupon_code`, too). The code is spent when the cart is
 * paid. Sent once.
 *
 * @throws {LiveOpsError} as `sendRedeem`.
 */
export async function sendApply(
  calls: CodeCalls,
  {code, selected, cartId, signal}: Sent & {readonly cartId: string},
  token: string,
): Promise<Cart> {
  const body = {coupon_code: code, cart: {id: cartId}, ...(selected && {selected_unit_items: selected})};
  return sendCart(calls, {method: 'POST', path: 'promocode/redeem', body, signal}, token);
}

/** Takes the promo code out of a cart (`remove-cart-promo-code`). Sent once. @throws {LiveOpsError} as `sendRedeem`. */
export async function sendRemove(
  calls: CodeCalls,
  {cartId, signal}: {readonly cartId: string; readonly signal: AbortSignal},
  token: string,
): Promise<Cart> {
  return sendCart(calls, {method: 'PUT', path: 'promocode/remove', body: {cart: {id: cartId}}, signal}, token);
}

/** `code` takes the place of the star in the path, which support sees without it. */
type CodeRead = {readonly path: string; readonly code?: string; readonly signal: AbortSignal | undefined};

async function readBody(
  {http, projectId}: CodeCalls,
  {path, code = '', signal}: CodeRead,
): Promise<Record<string, unknown>> {
  const shownPath = `v2/project/${projectId}/${path}`;
  const request = {path: shownPath.replace('*', encodeURIComponent(code)), shownPath, maxBytes: MAX_BYTES, signal};
  const body = toJson(await http.read({...request, toFailure: toCodeFailure}));
  if (!isRecord(body)) throw badAnswer();
  return body;
}

type CodeRequest = Required<Pick<HttpRequest, 'method' | 'path' | 'body' | 'signal'>>;

async function sendCart(calls: CodeCalls, request: CodeRequest, token: string): Promise<Cart> {
  const cart = toCart(await sendBody(calls, request, token), calls.locale);
  if (!cart) throw lost();
  return cart;
}

async function sendBody(
  {http, projectId}: CodeCalls,
  {path, ...request}: CodeRequest,
  token: string,
): Promise<Record<string, unknown>> {
  const limits = {maxBytes: MAX_BYTES, timeoutMs: SEND_TIMEOUT_MS};
  const answer = await http.send({...request, ...limits, path: `v2/project/${projectId}/${path}`}, token);
  if ('error' in answer || !isDefinitive(answer)) throw lost(answer);
  const failure = toCodeFailure(answer);
  if (failure) throw failure;
  const body = toBody(answer);
  if (!body) throw lost();
  return body;
}

/** A portal answers 200, too, but not with an object. */
function toBody(answer: Answer): Record<string, unknown> | undefined {
  try {
    const body = toJson(answer);
    return isRecord(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function lost(answer?: Answer | NoAnswer): LiveOpsError {
  const retryAfterSec = answer && !('error' in answer) ? retryAfterOf(answer.headers) : undefined;
  return new LiveOpsError(
    'outcome-unknown',
    'The call got no readable answer, so the code may or may not have been used.',
    {retryAfterSec},
  );
}
