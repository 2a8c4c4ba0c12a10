import {atom, onMount, type ReadableAtom} from 'nanostores';
import {throwIfLeft} from '../claims/player-tokens.js';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import {checkId} from '../http/ids.js';
import type {Order, OrderTarget} from '../offers.js';
import type {SessionContext} from '../session/context.js';
import {setStore} from '../set-store.js';
import {type CheckoutView, prepareCheckout, returnUrl} from './checkout.js';
import type {PlacedNote} from './note.js';
import type {PlayerOrders} from './player-orders.js';
import {checkTarget, isSame, keyOf} from './target.js';

export type PlaceOptions = {
  /** Orders even where no store would keep the order after this page. Default `false`. */
  readonly allowVolatile?: boolean;
};

/** The player's orders: made once, kept until they are over, and followed until then. */
export type Orders = {
  /** Open and recent orders, the newest first; empty until they have been read. Loads while somebody listens. */
  readonly $orders: ReadableAtom<readonly Order[]>;
  /**
   * Orders an item or a step, and opens its payment page. Call it in the player's press, or the browser blocks the window.
   *
   * If an order of the same target is open, in any tab or from an earlier visit, that one is opened again, and none is
   * made. The same goes for a step that was bought in the last ten minutes, which its chain may not show yet. Calls for a
   * target that is being ordered get the same promise.
   *
   * Rejects with `not-available`, `limit-exceeded`, `already-claimed` or `payment-open` (another quantity or promo code is open, or
   * another page is ordering the same) if the player cannot order this; with `storage-unavailable` if no store keeps the order or says what is open, unless
   * `allowVolatile`; with `network`, `timeout`, `server`, `bad-answer` if there is no order that could be paid, so that
   * the player may try again; with `aborted` once the player has left.
   *
   * @throws {LiveOpsError} `config` for a bad target, as a rejection.
   */
  order(target: OrderTarget, options?: PlaceOptions): Promise<Order>;
  /**
   * Opens the payment page of an order again, if it still waits for its payment. Call it in the player's press.
   *
   * Rejects with `not-found` for an order that this device does not know.
   */
  checkout(orderId: number): Promise<Order>;
  /** Asks the server now. Rejects with `not-found` for an order that this device does not know, or when the call fails. */
  check(orderId: number): Promise<Order>;
};

/** `Orders` as their owner sees them. */
export type OwnedOrders = Orders & {
  /** Whose token is in use: a name, empty when that is unknown, `undefined` after a sign-out. */
  setPlayer(name: string | undefined): void;
  refresh(): void;
  destroy(): void;
};

type Running = {readonly target: OrderTarget; readonly promise: Promise<Order>};

/** Follows the one player whose token is in use; orders of another wait until that player is back. */
export function createOrders(session: SessionContext, create: (name: string) => PlayerOrders): OwnedOrders {
  const orders = new SessionOrders(session, create);
  return {
    $orders: orders.$orders,
    order: (target, options = {}) => orders.order(target, options),
    checkout: orderId => orders.checkout(orderId),
    check: orderId => orders.check(orderId),
    setPlayer: name => orders.setPlayer(name),
    refresh: () => orders.refresh(),
    destroy: () => orders.destroy(),
  };
}

class SessionOrders {
  readonly $orders = atom<readonly Order[]>([]);
  readonly #session: SessionContext;
  readonly #create: (name: string) => PlayerOrders;
  readonly #players = new Map<string, PlayerOrders>();
  #current: PlayerOrders | undefined;
  #isWatched = false;
  #unfollow = (): void => undefined;
  /** What is being ordered, by target, until the player leaves. */
  #running = new Map<string, Running>();
  #runningFor: AbortSignal | undefined;

  constructor(session: SessionContext, create: (name: string) => PlayerOrders) {
    this.#session = session;
    this.#create = create;
    onMount(this.$orders, () => {
      this.#isWatched = true;
      this.refresh();
      return () => (this.#isWatched = false);
    });
  }

  async order(target: OrderTarget, {allowVolatile = false}: PlaceOptions): Promise<Order> {
    const wanted = checkTarget(target);
    const running = this.#runningNow();
    const same = running.get(keyOf(wanted));
    if (same && isSame(same.target, wanted)) return same.promise;
    const promise = this.#inView(async player => {
      const {sandbox} = this.#session.payments;
      const settings = {sandbox, returnUrl: returnUrl(this.#session.payments)};
      return player.place({target: wanted, settings, allowVolatile});
    });
    running.set(keyOf(wanted), {target: wanted, promise});
    const forget = (): void => void (running.get(keyOf(wanted))?.promise === promise && running.delete(keyOf(wanted)));
    promise.then(forget, forget);
    return promise;
  }

  async checkout(orderId: number): Promise<Order> {
    checkId(orderId, 'orderId');
    return this.#inView(async player => {
      const note = await player.find(orderId);
      return player.check(note).catch(() => note);
    });
  }

  async check(orderId: number): Promise<Order> {
    checkId(orderId, 'orderId');
    const life = this.#session.life();
    try {
      const player = await this.#identify(life);
      return player.toOrder(await player.check(await player.find(orderId)));
    } catch (error) {
      throw this.#report(error, life);
    }
  }

  setPlayer(name: string | undefined): void {
    const next = name === undefined ? undefined : this.#playerOf(name);
    if (next === this.#current) return;
    this.#unfollow();
    this.#current?.leave();
    // The next nameless player would be taken for this one.
    if (this.#current?.name === '') this.#forget(this.#current);
    this.#current = next;
    this.#unfollow = next?.$orders.listen(orders => setStore(this.$orders, orders)) ?? this.#unfollow;
    next?.enter();
    setStore(this.$orders, next?.$orders.value ?? []);
    if (this.#isWatched || next?.$orders.value.length) next?.wake();
  }

  refresh(): void {
    if (!this.#isWatched) return;
    if (this.#current) return this.#current.wake();
    // Its answer calls `setPlayer`.
    void this.#session.tokens.token().catch(() => undefined);
  }

  destroy(): void {
    this.#unfollow();
    this.#players.forEach(player => player.destroy());
  }

  #runningNow(): Map<string, Running> {
    const life = this.#session.life();
    if (life !== this.#runningFor) this.#running = new Map();
    this.#runningFor = life;
    return this.#running;
  }

  /** Finds an order, and opens its payment page in what the press has opened. */
  async #inView(find: (player: PlayerOrders) => Promise<PlacedNote>): Promise<Order> {
    const life = this.#session.life();
    // Before anything is awaited: later a browser opens no window.
    const view = prepareCheckout(this.#session.payments);
    try {
      const player = await this.#identify(life);
      const note = await find(player);
      throwIfLeft(life);
      await this.#show(view, player, note);
      return player.toOrder(note);
    } catch (error) {
      view.close();
      throw this.#report(error, life);
    }
  }

  async #show(view: CheckoutView, player: PlayerOrders, note: PlacedNote): Promise<void> {
    const {id, token, state} = note;
    if (state !== 'open' || token === undefined) return view.close();
    player.checkoutShown(note, await view.show({id, token}));
  }

  async #identify(life: AbortSignal): Promise<PlayerOrders> {
    throwIfLeft(life);
    const token = await this.#session.tokens.token();
    throwIfLeft(life);
    const player = this.#playerOf(this.#session.playerOf(token));
    if (player !== this.#current) this.setPlayer(player.name);
    return player;
  }

  #playerOf(name: string): PlayerOrders {
    const player = this.#players.get(name) ?? this.#create(name);
    this.#players.set(name, player);
    return player;
  }

  #forget(player: PlayerOrders): void {
    player.destroy();
    this.#players.delete(player.name);
  }

  #report(error: unknown, life: AbortSignal): LiveOpsError {
    const known = isLiveOpsError(error) ? error : new LiveOpsError('bad-answer', 'The order could not be read.');
    if (!life.aborted) this.#session.onError(known);
    return known;
  }
}
