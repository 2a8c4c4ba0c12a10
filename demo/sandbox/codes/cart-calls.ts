import * as refuse from '../http/envelopes.js';
import {Fields, readJson} from '../http/json-input.js';
import type {AddPlayerCall, PlayerRequest} from '../http/player-calls.js';
import {illustrated} from '../pictures/references.js';
import {toCart} from './cart-view.js';
import {Carts} from './carts.js';

const MOST_PIECES = 1000;

export function addCartCalls(add: AddPlayerCall): void {
  add('GET', '/cart', ({c, world, player}) => illustrated(c, toCart(world, player)));
  add('PUT', '/cart/fill', fillCart);
  add('PUT', '/cart/clear', clearCart);
  // After the two, whose last part would be taken for an id.
  add('GET', '/cart/:cart_id', cartById);
}

/** `get-cart-by-id`. */
function cartById({c, world, player}: PlayerRequest): Response {
  checkCartId(world.of(Carts), player.user, c.req.param('cart_id') ?? '');
  return illustrated(c, toCart(world, player));
}

/** `cart-fill`. Items that are in the cart already get the new quantity; others stay. */
async function fillCart({c, world, player}: PlayerRequest): Promise<Response> {
  const items = new Fields(await readJson(c)).get('items');
  if (!Array.isArray(items)) throw refuse.requiredProperty('items');
  for (const [index, value] of items.entries()) {
    const item = new Fields(value, `items[${index}]`);
    const sku = item.text('sku');
    if (!world.of(Carts).put(player.user, sku, item.integer('quantity', 1, MOST_PIECES)))
      throw refuse.itemNotFound(sku);
  }
  return illustrated(c, toCart(world, player));
}

/** `cart-clear`. */
function clearCart({c, world, player}: PlayerRequest): Response {
  world.of(Carts).clear(player.user);
  return c.body(null, 204);
}

/** @throws Refusal 422/1401 for the id of no cart of the player. Not documented by the vendor. */
export function checkCartId(carts: Carts, user: string, id: string): void {
  if (id !== 'current' && id !== carts.idOf(user)) throw refuse.invalidCart();
}
