import {throwIfLeft} from '../claims/player-tokens.js';
import {LiveOpsError} from '../errors.js';
import type {Order, OrderTarget} from '../offers.js';
import type {SessionContext} from '../session/context.js';
import type {OrderSettings} from './calls.js';
import {createFollower, type Follower} from './follower.js';
import {type AskedNote, createKey, type OrderNote, type PlacedNote} from './note.js';
import type {Notebook} from './notebook.js';
import {OwnCalls} from './own-calls.js';
import * as rules from './rules.js';
import {ShownOrders} from './shown-orders.js';
import {isSame} from './target.js';

export type PlayerOrdersOptions = {
  /** The player, as `SessionContext.playerOf` names them; empty for one without a stable id. */
  readonly name: string;
  readonly session: SessionContext;
  readonly notebook: Notebook;
  /** What the player sees may have changed, as a step that is now bought. */
  onChanged(): void;
};

type Made = {readonly target: OrderTarget; readonly settings: OrderSettings; readonly allowVolatile: boolean};

/** An order that young may still be in the player's hands after a reload, milliseconds. */
const YOUNG_MS = 600_000;
/** The chain of a step may show it as taken a moment after its order is done, milliseconds. */
const SETTLED_MS = 5_000;

/** The orders of one player on this page: made, checked and followed. */
export class PlayerOrders {
  readonly name: string;
  readonly #options: PlayerOrdersOptions;
  readonly #shown: ShownOrders;
  readonly #calls: OwnCalls;
  readonly #follower: Follower;
  #life = new AbortController();

  constructor(options: PlayerOrdersOptions) {
    const {name, notebook, session} = options;
    const {clock} = session;
    this.name = name;
    this.#options = options;
    this.#calls = new OwnCalls(session, name);
    this.#shown = new ShownOrders({name, notebook, clock});
    this.#follower = createFollower({
      clock,
      check: () => this.#checkWhere(({state}) => state === 'open'),
      checkAll: () => this.#checkAll(),
    });
    this.#shown.listen();
  }

  get $orders(): ShownOrders['$orders'] {
    return this.#shown.$orders;
  }

  /**
   * The order of this target that is open, or a new one. In turn with all that the player claims or orders, in all tabs.
   *
   * @throws {LiveOpsError} as `Orders.order`.
   */
  async place(made: Made): Promise<PlacedNote> {
    const {signal} = this.#life;
    throwIfLeft(signal);
    return this.#options.session.alone(this.name, async () => {
      throwIfLeft(signal);
      const {notes, complete} = await this.#shown.readWhole();
      if (!complete && !made.allowVolatile) throw unsafe('A store did not say whether an order is open.');
      // Nobody else is at it now, so nothing came of these.
      await this.#shown.dropAsked();
      return (await this.#findOpen(notes, made.target, signal)) ?? this.#make(made, signal);
    });
  }

  /** The order of that number as it is stored. @throws {LiveOpsError} `not-found`. */
  async find(orderId: number): Promise<PlacedNote> {
    await this.#shown.read();
    const note = this.#shown.known.find(({id}) => id === orderId);
    if (!note) throw new LiveOpsError('not-found', `This device has no order ${orderId} of the player.`);
    return note;
  }

  /** Asks the server about an order. @throws {LiveOpsError} when it gives no answer. */
  async check(note: PlacedNote): Promise<PlacedNote> {
    if (note.state === 'over') return note;
    const {signal} = this.#life;
    const seen = await this.#calls.status(note.id, signal);
    throwIfLeft(signal);
    // Another check may have learned more meanwhile.
    const now = this.#shown.known.find(({key}) => key === note.key) ?? note;
    if (now.state === 'over') return now;
    const next = rules.afterCheck(now, seen, this.#time());
    if (JSON.stringify(next) !== JSON.stringify(now)) await this.#changed(next);
    return next;
  }

  toOrder(note: PlacedNote): Order {
    return this.#shown.toOrder(note);
  }

  /** Notes whether the payment page is open; from then on the order is followed. */
  checkoutShown(note: PlacedNote, isShown: boolean): void {
    this.#shown.setBlocked(note, !isShown);
    this.#follower.follow();
  }

  /** Looks at everything again. */
  wake(): void {
    if (!this.#life.signal.aborted) this.#follower.wake();
  }

  /** The player is back. */
  enter(): void {
    if (this.#life.signal.aborted) this.#life = new AbortController();
    this.#shown.listen();
  }

  leave(): void {
    this.#life.abort();
    this.#shown.rest();
  }

  destroy(): void {
    this.leave();
    this.#follower.stop();
    this.#shown.close();
  }

  async #findOpen(
    notes: readonly OrderNote[],
    target: OrderTarget,
    signal: AbortSignal,
  ): Promise<PlacedNote | undefined> {
    const checked: PlacedNote[] = [];
    // A server that cannot be asked makes no second order right.
    for (const note of rules.unfinishedOrdersOf(notes, target)) checked.push(await this.check(note).catch(() => note));
    throwIfLeft(signal);
    const open = checked.filter(({state}) => state === 'open');
    const found = checked.find(({status}) => status === 'done') ?? open.find(({status}) => status === 'paid');
    const known = found ?? open[open.length - 1] ?? rules.justDone(notes, target, this.#time().device);
    if (known?.state === 'open' && !isSame(known.target, target)) {
      throw new LiveOpsError(
        'payment-open',
        'An order of this item with another quantity or promo code waits for its payment.',
      );
    }
    return known;
  }

  async #make({target, settings, allowVolatile}: Made, signal: AbortSignal): Promise<PlacedNote> {
    const asked: AskedNote = {key: createKey(), state: 'asked', target, at: this.#time().device};
    try {
      // Before there is an order, so that none is made which this device would forget.
      if (!(await this.#shown.ask(asked)) && !allowVolatile)
        throw unsafe('No store would keep the order after this page.');
      await this.#shown.throwIfOrderedElsewhere(asked);
      throwIfLeft(signal);
      const {id, token} = await this.#calls.order(target, settings, signal);
      const {device: at, server} = this.#time();
      // Not before the order was made, or its token would seem older than it is.
      const open: PlacedNote = {
        ...asked,
        at,
        state: 'open',
        id,
        status: 'new',
        token,
        ...(server.isKnown && {madeBy: server.latest}),
      };
      const note = token === undefined ? rules.toReleased(open) : open;
      const isKept = await this.#shown.keep(note);
      if (note.state === 'released') throw new LiveOpsError('bad-answer', 'The order came without a way to pay it.');
      if (!isKept && !allowVolatile) {
        // Its token has been shown to nobody, so nobody can pay it.
        await this.#shown.keep(rules.toReleased(note));
        throw unsafe('No store kept the order.');
      }
      return note;
    } catch (error) {
      await this.#shown.dropAsked(asked.key);
      throw error;
    }
  }

  async #checkAll(): Promise<boolean> {
    const isOpen = await this.#checkWhere(({state}) => state !== 'over');
    const isYoung = ({at}: PlacedNote): boolean => Math.abs(this.#time().device - at) < YOUNG_MS;
    const open = this.#shown.known.filter(({state}) => state === 'open');
    if (open.some(isYoung)) this.#follower.follow();
    return isOpen;
  }

  async #checkWhere(isWanted: (note: PlacedNote) => boolean): Promise<boolean> {
    if (this.#life.signal.aborted) return false;
    await this.#shown.read();
    const checks = this.#shown.known.filter(isWanted).map(note => this.check(note));
    // All of them, also where one fails.
    await Promise.allSettled(checks);
    return (await Promise.all(checks)).some(({state}) => state === 'open');
  }

  #time(): rules.OrderTime {
    const {clock, serverTime} = this.#options.session;
    return {device: clock.today(), server: serverTime()};
  }

  async #changed(note: PlacedNote): Promise<void> {
    await this.#shown.keep(note);
    const {signal} = this.#life;
    const notify = (): void => void (signal.aborted || this.#options.onChanged());
    notify();
    if (note.status === 'paid') this.#follower.follow();
    if (note.status === 'done') this.#options.session.clock.after(SETTLED_MS, notify);
  }
}

function unsafe(message: string): LiveOpsError {
  return new LiveOpsError('storage-unavailable', message);
}
