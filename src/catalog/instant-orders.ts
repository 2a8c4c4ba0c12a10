import type {ReadableAtom} from 'nanostores';
import {Notebook} from '../claims/notebook.js';
import {identify, type OwnCalls, untilLeft} from '../claims/own-calls.js';
import {throwIfLeft} from '../claims/player-tokens.js';
import {createRunning} from '../claims/running.js';
import {SessionReceipts} from '../claims/session-receipts.js';
import {UNDER_WAY_MS} from '../claims/under-way.js';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {SessionContext} from '../session/context.js';
import {playerStore} from '../storage/player-store.js';
import {type InstantOrder, sendInstantOrder} from './calls.js';
import {type InstantNote, isSameOrder, stageOf} from './instant-note.js';
import type {UnansweredOrder} from './items.js';
import {UnansweredOrders} from './unanswered-orders.js';

/** An order that a player wants, when, and the orders without an answer that this page showed by then. */
type Press = {readonly order: InstantOrder; readonly at: number; readonly shown: readonly string[]};

/**
 * Orders that are done at once, of one session's player: each is noted and then sent once, in turn with all that the player
 * claims or buys in any tab. After a lost answer nothing distinguishes it from another order of the same item, so it is never
 * sent again by itself. Calls for an order that is running get the same promise.
 */
export class InstantOrders {
  readonly #session: SessionContext;
  readonly #receipts: SessionReceipts<UnansweredOrder, UnansweredOrders>;
  readonly #start: ReturnType<typeof createRunning<void>>;

  constructor(session: SessionContext) {
    this.#session = session;
    this.#start = createRunning<void>(session);
    this.#receipts = new SessionReceipts<UnansweredOrder, UnansweredOrders>({
      create: name => createUnanswered(session, name),
      wake: () => void this.#wake(session.life()),
    });
  }

  /** Those without an answer. */
  get $unanswered(): ReadableAtom<readonly UnansweredOrder[]> {
    return this.#receipts.$receipts;
  }

  order(order: InstantOrder): Promise<void> {
    const shown = this.$unanswered.value?.map(({id}) => id) ?? [];
    const press: Press = {order, at: this.#session.clock.today(), shown};
    return this.#start(JSON.stringify(order), life => this.#orderOnce(press, life));
  }

  async acknowledge(id: string): Promise<void> {
    await this.#receipts.current?.acknowledge(id);
  }

  setPlayer(name: string | undefined): void {
    this.#receipts.setPlayer(name);
  }

  refresh(): void {
    this.#receipts.refresh();
  }

  destroy(): void {
    this.#receipts.destroy();
  }

  async #orderOnce(press: Press, life: AbortSignal): Promise<void> {
    const inTurn = async (): Promise<void> => {
      const own = await identify(this.#session, life);
      await this.#session.alone(own.player, () => this.#place(own, press, life));
    };
    try {
      await untilLeft(life, inTurn());
    } catch (error) {
      if (!life.aborted) this.#session.onError(error as LiveOpsError);
      throw error;
    } finally {
      // Also after a failure: the page did not show what the server has.
      if (!life.aborted) this.#session.renew();
    }
  }

  async #place(own: OwnCalls, press: Press, life: AbortSignal): Promise<void> {
    const {order} = press;
    const orders = this.#receipts.of(own.player);
    if (await isDoneElsewhere(orders, press)) return;
    throwIfLeft(life);
    const note = await orders.begin(order);
    let isUnanswered = false;
    const sendOnce = async (token: string, signal: AbortSignal): Promise<void> => {
      isUnanswered = true;
      await sendInstantOrder(this.#session, order, token, signal);
    };
    try {
      await own.send((token, signal) =>
        sendOnce(token, signal).catch((error: unknown) => {
          isUnanswered = isUnknown(error);
          throw error;
        }),
      );
      await orders.end(note, 'done');
    } catch (error) {
      await orders.end(note, isUnanswered ? 'unknown' : 'void');
      throw error;
    }
  }

  /** Reads what is stored, and gives up on what an earlier page left without an end. Never rejects. */
  async #wake(life: AbortSignal): Promise<void> {
    try {
      const own = await identify(this.#session, life);
      const orders = this.#receipts.of(own.player);
      await orders.read();
      if (!orders.isWaiting) return;
      await this.#session.alone(own.player, async () => {
        await orders.read();
        await orders.settle();
      });
      // Where pages cannot wait for each other.
      if (orders.isWaiting) this.#session.clock.after(UNDER_WAY_MS, () => void this.#wake(life));
    } catch (error) {
      if (!life.aborted && isLiveOpsError(error)) this.#session.onError(error);
    }
  }
}

function createUnanswered({clock, storage}: SessionContext, name: string): UnansweredOrders {
  const store = playerStore(name, storage);
  const notebook = new Notebook<InstantNote>({player: name, store, folder: 'liveops/items', stageOf});
  return new UnansweredOrders({name, notebook, clock});
}

/**
 * Whether another page has carried out the same order since the press.
 *
 * @throws {LiveOpsError} `outcome-unknown` if this page has not shown an earlier one without an answer, or another page may
 *   still wait for its answer.
 */
async function isDoneElsewhere(orders: UnansweredOrders, {order, at, shown}: Press): Promise<boolean> {
  await orders.read();
  await orders.settle();
  const isNews = orders.$receipts.value.some(one => isSameOrder(one, order) && !shown.includes(one.id));
  if (isNews || orders.isSent(order)) {
    throw new LiveOpsError('outcome-unknown', 'The same was ordered before, and no answer says what became of it.');
  }
  return orders.isDoneSince(order, at);
}

/** Also of a request that was aborted with the player. */
function isUnknown(error: unknown): boolean {
  return !isLiveOpsError(error) || error.code === 'outcome-unknown' || error.code === 'aborted';
}
