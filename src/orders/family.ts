import type {Attached, Family, SessionContext} from '../session/context.js';
import {playerStore} from '../storage/player-store.js';
import {createOrderNotebook} from './notebook.js';
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
      notebook: createOrderNotebook({player: name, store: playerStore(name, session.storage)}),
      onChanged: () => session.renew(),
    });
  const {setPlayer, refresh, destroy, ...members} = createOrders(session, create);
  return {members: {orders: members}, setPlayer, refresh, destroy};
}
