import {identify, untilLeft} from '../claims/own-calls.js';
import {createRunning} from '../claims/running.js';
import type {LiveOpsError} from '../errors.js';
import type {SessionContext} from '../session/context.js';
import {type CatalogCalls, type InstantOrder, sendInstantOrder} from './calls.js';

/**
 * Orders that are done at once, of one session's player: each is sent once, in turn with all that the player claims or
 * buys in any tab. After a lost answer nothing distinguishes it from another order of the same item, so it is never sent again
 * by itself. Calls for an order that is running get the same promise.
 */
export function createInstantOrders(
  session: SessionContext,
  calls: CatalogCalls,
): (order: InstantOrder) => Promise<void> {
  const start = createRunning<void>(session);
  return order => start(JSON.stringify(order), life => orderOnce(session, calls, {order, life}));
}

async function orderOnce(
  session: SessionContext,
  calls: CatalogCalls,
  {order, life}: {readonly order: InstantOrder; readonly life: AbortSignal},
): Promise<void> {
  const inTurn = async (): Promise<void> => {
    const {player, send} = await identify(session, life);
    const sendOnce = (): Promise<void> => send((token, signal) => sendInstantOrder(calls, order, token, signal));
    await session.alone(player, sendOnce);
  };
  try {
    await untilLeft(life, inTurn());
  } catch (error) {
    if (!life.aborted) session.onError(error as LiveOpsError);
    throw error;
  } finally {
    // Also after a failure: the page did not show what the server has.
    if (!life.aborted) session.renew();
  }
}
