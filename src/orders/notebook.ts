import {sumOf} from '../claims/record.js';
import type {Change, StoreRead, TextStore} from '../storage/text-store.js';
import {decodeNote, encodeNote, isFurther, type NoteEntry, type OrderNote, outdoes} from './note.js';

/** What a read found. A place that did not answer is unknown, not empty: `complete` says whether every one did. */
export type NotesRead = Pick<StoreRead, 'complete' | 'awaiting'> & {readonly notes: readonly OrderNote[]};

export type NotebookOptions = {
  /** Who the notes belong to; kept inside, and as a checksum in the keys. */
  player: string;
  store: TextStore;
};

/** The orders of one player on one project, stored where the page's end doesn't reach them. */
export class Notebook {
  readonly #player: string;
  readonly #store: TextStore;
  readonly #prefix: string;
  /** Also what no store took, so that it lives as long as the page. */
  readonly #entries = new Map<string, NoteEntry>();

  constructor({player, store}: NotebookOptions) {
    this.#player = player;
    this.#store = store;
    this.#prefix = `liveops/orders/${sumOf(player)}/`;
  }

  /** What this page knows, without a read. */
  get known(): readonly OrderNote[] {
    return [...this.#entries.values()].map(({note}) => note);
  }

  /** Everything there is, also from other pages and earlier visits. */
  async read(): Promise<NotesRead> {
    const {texts, complete, awaiting} = await this.#store.all(this.#prefix);
    for (const {text} of texts) {
      const entry = decodeNote(text, this.#player);
      if (entry) this.#learn(entry);
    }
    return {notes: this.known, complete, awaiting};
  }

  /** Keeps a note. Resolves with whether a durable kind of place has it. */
  async write(note: OrderNote): Promise<boolean> {
    const entry = this.#learn({seq: (this.#entries.get(note.key)?.seq ?? 0) + 1, note});
    const key = this.#prefix + note.key;
    if ('token' in entry.note || entry.note.state === 'asked') return this.#store.put(key, this.#over(entry));
    // A copy with a token must not outlive the order.
    return this.#store.replace(key, this.#over(entry), found => this.#hasToken(found));
  }

  /** Forgets a note that means nothing any more. */
  async drop(key: string): Promise<void> {
    this.#entries.delete(key);
    await this.#store.forget(this.#prefix + key);
  }

  #learn(entry: NoteEntry): NoteEntry {
    const old = this.#entries.get(entry.note.key);
    const best = old && !outdoes(entry, old) ? old : entry;
    this.#entries.set(entry.note.key, best);
    return best;
  }

  /** Writes over an older copy. A newer one of another page is outdone, unless the order is over or paid there. */
  #over(entry: NoteEntry): Change {
    return found => {
      const theirs = found === undefined ? undefined : decodeNote(found, this.#player);
      if (!theirs || outdoes(entry, theirs)) return encodeNote(entry, this.#player);
      const stays = isFurther(theirs, entry);
      const best = this.#learn(stays ? theirs : {...entry, seq: theirs.seq + 1});
      return stays ? undefined : encodeNote(best, this.#player);
    };
  }

  #hasToken(found: string): boolean {
    const note = decodeNote(found, this.#player)?.note;
    return note !== undefined && 'token' in note;
  }
}
