import {atom} from 'nanostores';
import {createKey, type Notebook} from '../claims/notebook.js';
import {hasTabLocks} from '../claims/tab-lock.js';
import {createTabNews, type TabNews} from '../claims/tab-news.js';
import {setStore} from '../set-store.js';
import type {Clock} from '../stores/clock.js';
import type {InstantOrder} from './calls.js';
import {type InstantNote, isSameOrder, isUnderWay, outlived, toUnanswered} from './instant-note.js';
import type {UnansweredOrder} from './items.js';

export type UnansweredOrdersOptions = {
  /** The player's name, which the player's other tabs are called by. */
  readonly name: string;
  readonly notebook: Notebook<InstantNote>;
  readonly clock: Pick<Clock, 'today'>;
};

/** The orders of one player that are done at once, as this page stores them; those without an answer are shown in all tabs. */
export class UnansweredOrders {
  readonly name: string;
  readonly $receipts = atom<readonly UnansweredOrder[]>([]);
  readonly #notebook: Notebook<InstantNote>;
  readonly #clock: UnansweredOrdersOptions['clock'];
  readonly #news: TabNews;

  constructor({name, notebook, clock}: UnansweredOrdersOptions) {
    this.name = name;
    this.#notebook = notebook;
    this.#clock = clock;
    this.#news = createTabNews(`items ${name}`, () => void this.read());
  }

  async read(): Promise<void> {
    await this.#notebook.read();
    for (const {key} of outlived(this.#notebook.known, this.#clock.today())) await this.#notebook.drop(key);
    this.#show();
  }

  /** Whether an order may still be under way, on this page or another. */
  get isWaiting(): boolean {
    return this.#notebook.known.some(({state}) => state === 'sent');
  }

  /** Whether that may be an order of the same item. */
  isSent(order: InstantOrder): boolean {
    return this.#notebook.known.some(note => note.state === 'sent' && isSameOrder(note, order));
  }

  /**
   * Gives up on orders whose page was closed before the answer came. To be called in turn with all claims of the player, so that
   * no other page waits for one; where pages cannot wait for each other, a recent one may still be under way.
   */
  async settle(): Promise<void> {
    const isLeft = (note: InstantNote): boolean => hasTabLocks() || !isUnderWay(note, this.#clock.today());
    const left = this.#notebook.known.filter(note => note.state === 'sent' && isLeft(note));
    for (const note of left) await this.end(note, 'unknown');
  }

  /** Whether an order of the same item has been carried out since that moment. */
  isDoneSince(order: InstantOrder, since: number): boolean {
    const isSince = ({state, endedAt = -Infinity}: InstantNote): boolean => state === 'done' && endedAt > since;
    return this.#notebook.known.some(note => isSameOrder(note, order) && isSince(note));
  }

  /** Notes that an item is about to be ordered. A player who orders it again has seen what was unknown of it before. */
  async begin({sku, currencySku}: InstantOrder): Promise<InstantNote> {
    const wanted = {sku, ...(currencySku !== undefined && {currencySku})};
    const sent: InstantNote = {...wanted, key: createKey(), at: this.#clock.today(), state: 'sent'};
    await this.#notebook.write(sent);
    const isOld = (note: InstantNote): boolean => note.state === 'unknown' && isSameOrder(note, sent);
    for (const note of this.#notebook.known.filter(isOld)) await this.end(note, 'seen');
    return sent;
  }

  async end(note: InstantNote, state: InstantNote['state']): Promise<void> {
    await this.#notebook.write({...note, state, endedAt: this.#clock.today()});
    this.#show();
    this.#news.notify();
  }

  async acknowledge(id: string): Promise<void> {
    const note = this.#notebook.known.find(({key, state}) => key === id && state === 'unknown');
    if (note) await this.end(note, 'seen');
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
    const orders = toUnanswered(this.#notebook.known);
    if (JSON.stringify(orders) !== JSON.stringify(this.$receipts.value)) setStore(this.$receipts, orders);
  }
}
