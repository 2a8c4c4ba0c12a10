import {atom} from 'nanostores';
import type {NotesRead} from '../claims/notebook.js';
import {hasTabLocks} from '../claims/tab-lock.js';
import {createTabNews, type TabNews} from '../claims/tab-news.js';
import {isUnderWay} from '../claims/under-way.js';
import {LiveOpsError} from '../errors.js';
import type {Order} from '../offers.js';
import {setStore} from '../set-store.js';
import type {Clock} from '../stores/clock.js';
import type {AskedNote, OrderNote, PlacedNote} from './note.js';
import type {OrderNotebook} from './notebook.js';
import * as rules from './rules.js';

export type ShownOrdersOptions = {
  /** The player's name, which the player's other tabs are called by. */
  readonly name: string;
  readonly notebook: OrderNotebook;
  readonly clock: Pick<Clock, 'today' | 'after'>;
};

/** How long an order waits for a silent store between two reads, milliseconds: a host may take eight seconds to appear. */
const READ_WAITS_MS = [250, 500, 1_000, 2_000, 4_000];
/** A store that refuses at once will hardly answer in ten seconds' time, and one that never was there need not come. */
const SHORT_WAITS = 2;

/** The orders of one player as this page stores and shows them, the same in all tabs. */
export class ShownOrders {
  readonly $orders = atom<readonly Order[]>([]);
  readonly #options: ShownOrdersOptions;
  readonly #news: TabNews;
  /** Orders whose payment page could not be opened. */
  readonly #blocked = new Set<number>();

  constructor(options: ShownOrdersOptions) {
    this.#options = options;
    this.#news = createTabNews(`orders ${options.name}`, () => void this.read());
  }

  /** The orders that this page knows, without a read. */
  get known(): readonly PlacedNote[] {
    return this.#options.notebook.known.filter(rules.isPlaced);
  }

  toOrder(note: PlacedNote): Order {
    return rules.toOrder(note, this.#blocked);
  }

  async read(): Promise<NotesRead<OrderNote>> {
    const {notebook, clock} = this.#options;
    const read = await notebook.read();
    for (const {key} of rules.outlivedNotes(read.notes, clock.today())) await notebook.drop(key);
    this.#show();
    return read;
  }

  /** Reads until every place has answered, for some seconds. */
  async readWhole(): Promise<NotesRead<OrderNote>> {
    let read = await this.read();
    for (let wait = 0; !read.complete || read.awaiting; wait++) {
      const ms = READ_WAITS_MS[wait];
      const isLong = !read.complete && read.awaiting;
      if (ms === undefined || (!isLong && wait >= SHORT_WAITS)) break;
      await new Promise<void>(resolve => this.#options.clock.after(ms, resolve));
      read = await this.read();
    }
    return read;
  }

  /** Stores an order, and shows it in all tabs. Resolves with whether a durable kind of place has it. */
  async keep(note: PlacedNote): Promise<boolean> {
    const isKept = await this.#options.notebook.write(note);
    this.#show();
    this.#news.notify();
    return isKept;
  }

  /** Stores that an order is about to be requested. Resolves with whether a durable kind of place has that. */
  ask(note: AskedNote): Promise<boolean> {
    return this.#options.notebook.write(note);
  }

  /** @throws {LiveOpsError} `payment-open` if another page is ordering the same, or just has; with locks none can. */
  async throwIfOrderedElsewhere(asked: AskedNote): Promise<void> {
    if (hasTabLocks()) return;
    const {notes} = await this.#options.notebook.read();
    if (rules.isOrderedElsewhere(notes, asked)) {
      throw new LiveOpsError('payment-open', 'Another page is ordering the same. Try again in a minute.');
    }
  }

  /** Forgets requests of which nothing came: all, or the one with this key. */
  async dropAsked(wanted?: string): Promise<void> {
    const {notebook, clock} = this.#options;
    const isOver = (note: AskedNote): boolean => hasTabLocks() || !isUnderWay(note, clock.today());
    for (const note of notebook.known) {
      if (note.state !== 'asked') continue;
      if (wanted === undefined ? isOver(note) : note.key === wanted) await notebook.drop(note.key);
    }
  }

  /** Whether the payment page of an order could not be opened. */
  setBlocked({id}: PlacedNote, isBlocked: boolean): void {
    if (isBlocked) this.#blocked.add(id);
    else this.#blocked.delete(id);
    this.#show();
  }

  listen(): void {
    this.#news.listen();
  }

  rest(): void {
    this.#news.rest();
  }

  close(): void {
    this.#news.close();
  }

  #show(): void {
    const orders = rules.toOrders(this.#options.notebook.known, this.#blocked);
    if (JSON.stringify(orders) !== JSON.stringify(this.$orders.value)) setStore(this.$orders, orders);
  }
}
