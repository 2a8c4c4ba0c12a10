import * as refuse from '../http/envelopes.js';
import {Fields, readJson} from '../http/json-input.js';
import type {AddPlayerCall, PlayerRequest} from '../http/player-calls.js';
import {illustrated} from '../pictures/references.js';
import {addCartCalls, checkCartId} from './cart-calls.js';
import {toCart} from './cart-view.js';
import {Carts} from './carts.js';
import {toCouponRewards, toRedeemed, toRewards} from './code-view.js';
import {type CodeRefusal, Codes} from './codes.js';
import type {LiveCode} from './campaigns.js';

const CODE = /^[a-zA-Z0-9]{1,128}$/;

export function addPlayerCalls(add: AddPlayerCall): void {
  add('GET', '/promotion/code/:code/verify', verify);
  add('GET', '/coupon/code/:code/rewards', request => rewards(request, 'coupon'));
  add('GET', '/promocode/code/:code/rewards', request => rewards(request, 'promocode'));
  add('POST', '/coupon/redeem', redeemCoupon);
  add('POST', '/promocode/redeem', applyPromoCode);
  add('PUT', '/promocode/remove', removePromoCode);
  addCartCalls(add);
}

/** `verify-promotion-code`. */
function verify(request: PlayerRequest): Response {
  const code = usable(request, pathCode(request), refuse.codeNotFound);
  return illustrated(request.c, {type: code.type, code: code.code, rewards: toRewards(code)});
}

/** `get-coupon-rewards-by-code` and `get-promo-code-rewards-by-code`. */
function rewards(request: PlayerRequest, type: 'coupon' | 'promocode'): Response {
  const code = usable(request, pathCode(request), notFound(type), type);
  return illustrated(request.c, type === 'coupon' ? toCouponRewards(code) : toRewards(code));
}

/** `redeem-coupon`. */
async function redeemCoupon(request: PlayerRequest): Promise<Response> {
  const {c, world, player} = request;
  const body = new Fields(await readJson(c));
  const code = usable(request, codeIn(body), notFound('coupon'), 'coupon');
  const chosen = chosenUnits(body, code);
  world.of(Codes).use(player, code);
  return illustrated(c, toRedeemed(code, chosen));
}

/** `redeem-promo-code`. The code stays unspent. */
async function applyPromoCode(request: PlayerRequest): Promise<Response> {
  const {c, world, player} = request;
  const body = new Fields(await readJson(c));
  const carts = world.of(Carts);
  const code = usable(request, codeIn(body), notFound('promocode'), 'promocode');
  checkCartId(carts, player.user, cartIdIn(body));
  chosenUnits(body, code);
  if (!carts.linesOf(player.user).length) throw refuse.invalidCart();
  carts.apply(player.user, code.code);
  // The vendor's example of this answer has an empty list for the price of a gift.
  return illustrated(c, {...toCart(world, player, []), rewards: toRewards(code)});
}

/** `remove-cart-promo-code`. */
async function removePromoCode({c, world, player}: PlayerRequest): Promise<Response> {
  const carts = world.of(Carts);
  checkCartId(carts, player.user, cartIdIn(new Fields(await readJson(c))));
  carts.apply(player.user, undefined);
  return illustrated(c, toCart(world, player));
}

const REFUSALS: Readonly<Record<CodeRefusal, () => refuse.Refusal>> = {
  expired: refuse.codeExpired,
  region: refuse.codeNotInRegion,
  limit: refuse.codeLimitReached,
};

/** The code, if it is of that type and the player may use it now. */
export function usable(
  {world, player}: PlayerRequest,
  text: string,
  unknown: () => refuse.Refusal,
  type?: LiveCode['type'],
): LiveCode {
  const codes = world.of(Codes);
  const code = codes.get(text);
  if (!code || (type && code.type !== type) || !codes.isFor(player, code)) throw unknown();
  const refusal = codes.refusalOf(player, code);
  if (refusal) throw REFUSALS[refusal]();
  return code;
}

function notFound(type: 'coupon' | 'promocode'): () => refuse.Refusal {
  return () => refuse.couponNotFound(type === 'coupon' ? 'coupon code' : 'promo code');
}

/** A code with other characters is no path of the vendor's. */
function pathCode({c}: PlayerRequest): string {
  const code = c.req.param('code') ?? '';
  if (!CODE.test(code)) throw refuse.methodNotAllowed('GET');
  return code;
}

function codeIn(body: Fields): string {
  if (!body.has('coupon_code')) throw refuse.requiredProperty('coupon_code');
  return body.text('coupon_code');
}

function cartIdIn(body: Fields): string {
  if (!body.has('cart') || body.get('cart') === null) return 'current';
  const cart = body.inner('cart');
  if (!cart.has('id')) throw refuse.requiredProperty('id');
  return cart.text('id');
}

/** For each game the chosen key. One that is missing or strange is 422/1102; the vendor documents nothing. */
function chosenUnits(body: Fields, {units}: LiveCode): ReadonlyMap<string, string> {
  if (!units.length) return new Map();
  if (!body.has('selected_unit_items')) throw refuse.requiredProperty('selected_unit_items');
  const selected = body.inner('selected_unit_items');
  return new Map(
    units.map(({sku, keys}): [string, string] => {
      if (!selected.has(sku)) throw refuse.requiredProperty(`selected_unit_items.${sku}`);
      return [
        sku,
        selected.oneOf(
          sku,
          keys.map(key => key.sku),
        ),
      ];
    }),
  );
}
