import {atom} from 'nanostores';
import {createKey, type Notebook} from '../claims/notebook.js';
import {hasTabLocks} from '../claims/tab-lock.js';
import {createTabNews, type TabNews} from '../claims/tab-news.js';
import type {Reward} from '../model.js';
import {setStore} from '../set-store.js';
import type {Clock} from '../stores/clock.js';
import type {CodeReceipt} from './codes.js';
import {type CodeNote, isUnderWay, outlived, toReceipts} from './note.js';

export type ReceiptsOptions = {
  /** The player's name, which the player's other tabs are called by. */
  readonly name: string;
  readonly notebook: Notebook<CodeNote>;
  readonly clock: Pick<Clock, 'today'>;
};

/** What became of the coupons of one player, as this page stores and shows it, the same in all tabs. */
export class PlayerReceipts {
  readonly name: string;
  readonly $receipts = atom<readonly CodeReceipt[]>([]);
  readonly #notebook: Notebook<CodeNote>;
  readonly #clock: ReceiptsOptions['clock'];
  readonly #news: TabNews;

  constructor({name, notebook, clock}: ReceiptsOptions) {
    this.name = name;
    this.#notebook = notebook;
    this.#clock = clock;
    this.#news = createTabNews(`codes ${name}`, () => void this.read());
  }

  async read(): Promise<void> {
    await this.#notebook.read();
    for (const {key} of outlived(this.#notebook.known, this.#clock.today())) await this.#notebook.drop(key);
    this.#show();
  }

  /**
   * Redemptions whose page was closed, or whose player left, before the answer came. To be called in turn with all claims of
   * the player, so that no other page is at it; where pages cannot wait for each other, a recent one may still be under way.
   */
  get unsettled(): readonly CodeNote[] {
    const isLeft = (note: CodeNote): boolean => hasTabLocks() || !isUnderWay(note, this.#clock.today());
    return this.#notebook.known.filter(note => note.state === 'sent' && isLeft(note));
  }

  /** Whether a redemption may still be under way on a page that this one cannot wait for. */
  get isWaiting(): boolean {
    return this.#notebook.known.some(({state}) => state === 'sent');
  }

  /** Whether that may be a redemption of this code. */
  isSent(code: string): boolean {
    return this.#notebook.known.some(note => note.state === 'sent' && note.code === code);
  }

  /** What became of a code that was sent after that moment. */
  endSince(code: string, since: number): CodeNote | undefined {
    return this.#notebook.known.find(note => note.code === code && note.state !== 'sent' && note.at > since);
  }

  /** Notes that a coupon is about to be sent. The player who sends it again has seen what was unknown of it before. */
  async begin(code: string, rewards: readonly Reward[]): Promise<CodeNote> {
    const at = this.#clock.today();
    const sent: CodeNote = {key: createKey(), code, at, state: 'sent', rewards, acknowledged: false};
    await this.#notebook.write(sent);
    for (const note of this.#open(code)) await this.keep({...note, acknowledged: true});
    return sent;
  }

  async keep(note: CodeNote): Promise<void> {
    await this.#notebook.write(note);
    this.#changed();
  }

  /** The server has refused it, so that there is nothing to show, but to other tabs that have seen it as sent. */
  async refuse(note: CodeNote): Promise<void> {
    await this.keep({...note, state: 'refused', code: '', rewards: []});
  }

  /** A code whose end was unknown is used up now. */
  async usedUp(code: string): Promise<void> {
    for (const note of this.#open(code)) await this.keep({...note, state: 'probably-redeemed'});
  }

  async acknowledge(id: string): Promise<void> {
    const note = this.#notebook.known.find(({key, state}) => key === id && state !== 'sent');
    if (note && !note.acknowledged) await this.keep({...note, acknowledged: true});
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

  #open(code: string): readonly CodeNote[] {
    return this.#notebook.known.filter(note => note.code === code && note.state === 'unknown' && !note.acknowledged);
  }

  #changed(): void {
    this.#show();
    this.#news.notify();
  }

  #show(): void {
    const receipts = toReceipts(this.#notebook.known, note => this.#notebook.isDurable(note));
    if (JSON.stringify(receipts) !== JSON.stringify(this.$receipts.value)) setStore(this.$receipts, receipts);
  }
}
