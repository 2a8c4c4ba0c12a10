import type {Attached, Family, SessionContext} from '../session/context.js';
import {hostTierOf} from '../storage/host-storage.js';
import {indexedDbTier} from '../storage/indexed-db.js';
import {localStorageTier} from '../storage/local-storage.js';
import {createTieredStore} from '../storage/tiered-store.js';
import type {TextStore} from '../storage/text-store.js';
import {Notebook} from './notebook.js';
import {createOrders, type Orders} from './orders.js';
import {PlayerOrders} from './player-orders.js';

/** What orders add to a session. */
export type OrderMembers = {
  /** The player's orders of items and of paid steps, and their payment page. */
  readonly orders: Orders;
};

export const orders: Family<OrderMembers> = {name: 'orders', attach};

function attach(session: SessionContext): Attached<OrderMembers> {
  const create = (name: string): PlayerOrders =>
    new PlayerOrders({
      name,
      session,
      notebook: new Notebook({player: name, store: storeOf(session, name)}),
      onChanged: () => session.renew(),
    });
  const {setPlayer, refresh, destroy, ...members} = createOrders(session, create);
  return {members: {orders: members}, setPlayer, refresh, destroy};
}

/** Without a stable player id nothing is stored; otherwise the next player on this device could see it. */
function storeOf({storage}: SessionContext, player: string): TextStore {
  if (!player) return createTieredStore([]);
  return createTieredStore([...(storage ? [hostTierOf(storage)] : []), indexedDbTier, localStorageTier]);
}
