import {atom} from 'nanostores';
import {setStore} from '../set-store.js';
import type {Clock} from '../stores/clock.js';
import type {Note, Notebook} from './notebook.js';
import {hasTabLocks} from './tab-lock.js';
import {createTabNews, type TabNews} from './tab-news.js';
import {isUnderWay} from './under-way.js';

/** What a device keeps of one request, which may have been sent as long as its state is `sent`. */
export type SentNote = Note & {
  /** When it was sent, by the device's clock, milliseconds since 1970. */
  readonly at: number;
  readonly state: string;
};

export type PlayerNotesOptions<N extends SentNote> = {
  /** The player's name, which the player's other tabs are called by. */
  readonly name: string;
  readonly notebook: Notebook<N>;
  readonly clock: Pick<Clock, 'today'>;
};

/** What is done with the notes of one kind. */
export type NotesKind<N extends SentNote, R> = {
  /** What tabs call them, such as `codes`. */
  readonly topic: string;
  /** The notes that nobody needs any more, by the device's clock. */
  outlived(notes: readonly N[], device: number): readonly N[];
  /** What is shown of the notes. */
  toReceipts(notes: readonly N[]): readonly R[];
};

/** The requests of one kind that one player has sent, as this page stores them, and what all tabs show of them. */
export class PlayerNotes<N extends SentNote, R> {
  readonly name: string;
  readonly $receipts = atom<readonly R[]>([]);
  protected readonly notebook: Notebook<N>;
  protected readonly clock: Pick<Clock, 'today'>;
  readonly #kind: NotesKind<N, R>;
  readonly #news: TabNews;

  constructor({name, notebook, clock}: PlayerNotesOptions<N>, kind: NotesKind<N, R>) {
    this.name = name;
    this.notebook = notebook;
    this.clock = clock;
    this.#kind = kind;
    this.#news = createTabNews(`${kind.topic} ${name}`, () => void this.read());
  }

  async read(): Promise<void> {
    await this.notebook.read();
    for (const {key} of this.#kind.outlived(this.notebook.known, this.clock.today())) await this.notebook.drop(key);
    this.#show();
  }

  /** Stores a note, and shows it in all tabs. */
  async keep(note: N): Promise<void> {
    await this.notebook.write(note);
    this.#show();
    this.#news.notify();
  }

  /** The requests whose end is not known yet. */
  protected get sent(): readonly N[] {
    return this.notebook.known.filter(({state}) => state === 'sent');
  }

  /** Whether a request may still be under way, on this page or another. */
  get isWaiting(): boolean {
    return this.sent.length > 0;
  }

  /**
   * Requests whose page was closed, or whose player left, before the answer came. To be called in turn with all claims of the
   * player, so that no other page settles them at the same time. Where pages cannot wait for each other, a recent
   * request may still be under way.
   */
  get unsettled(): readonly N[] {
    const device = this.clock.today();
    return this.sent.filter(note => hasTabLocks() || !isUnderWay(note, device));
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
    const receipts = this.#kind.toReceipts(this.notebook.known);
    if (JSON.stringify(receipts) !== JSON.stringify(this.$receipts.value)) setStore(this.$receipts, receipts);
  }
}
