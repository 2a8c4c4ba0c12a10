import type {Change, StoreRead, TextStore} from '../storage/text-store.js';
import {sumOf} from '../storage/checksum.js';

/** What a device keeps of one thing that a player does. */
export type Note = {readonly key: string};

/** What is written at once. `seq` grows with every write of a note. */
export type NoteEntry<N extends Note> = {readonly seq: number; readonly note: N};

/** What a read found. A place that did not answer is unknown, not empty: `complete` says whether every one did. */
export type NotesRead<N extends Note> = Pick<StoreRead, 'complete' | 'awaiting'> & {readonly notes: readonly N[]};

export type NotebookOptions<N extends Note> = {
  /** Who the notes belong to; kept inside, and as a checksum in the keys. */
  readonly player: string;
  readonly store: TextStore;
  /** What the keys begin with, such as `liveops/orders`. */
  readonly folder: string;
  /** How far a note has got: it never goes back to a lower number, whatever another page writes. */
  stageOf(note: N): number;
  /** For a note of which older copies must not stay in a place that fails to store it: whether one of them is such a copy. */
  outdated?(note: N): ((older: N) => boolean) | undefined;
};

const VERSION = 1;

/** The notes of one player on one project, stored where the page's end doesn't reach them. */
export class Notebook<N extends Note> {
  readonly #options: NotebookOptions<N>;
  readonly #prefix: string;
  /** Also what no store took, so that it lives as long as the page. */
  readonly #entries = new Map<string, NoteEntry<N>>();
  /** The notes of which a durable kind of place has a copy. */
  readonly #durable = new Set<string>();

  constructor(options: NotebookOptions<N>) {
    this.#options = options;
    this.#prefix = `${options.folder}/${sumOf(options.player)}/`;
  }

  /** What this page knows, without a read. */
  get known(): readonly N[] {
    return [...this.#entries.values()].map(({note}) => note);
  }

  isDurable({key}: N): boolean {
    return this.#durable.has(key);
  }

  /** Everything there is, also from other pages and earlier visits. */
  async read(): Promise<NotesRead<N>> {
    const {texts, complete, awaiting} = await this.#options.store.all(this.#prefix);
    for (const {text, durable} of texts) {
      const entry = this.#decode(text);
      if (!entry) continue;
      this.#learn(entry);
      if (durable) this.#durable.add(entry.note.key);
    }
    return {notes: this.known, complete, awaiting};
  }

  /** Keeps a note. Resolves with whether a durable kind of place has it. */
  async write(note: N): Promise<boolean> {
    const entry = this.#learn({seq: (this.#entries.get(note.key)?.seq ?? 0) + 1, note});
    const isKept = await this.#store(entry);
    if (isKept) this.#durable.add(note.key);
    return isKept;
  }

  /** Forgets a note that means nothing any more. */
  async drop(key: string): Promise<void> {
    this.#entries.delete(key);
    await this.#options.store.forget(this.#prefix + key);
  }

  #store(entry: NoteEntry<N>): Promise<boolean> {
    const {store, outdated} = this.#options;
    const key = this.#prefix + entry.note.key;
    const isOutdated = outdated?.(entry.note);
    if (!isOutdated) return store.put(key, this.#over(entry));
    return store.replace(key, this.#over(entry), found => {
      const older = this.#decode(found)?.note;
      return older !== undefined && isOutdated(older);
    });
  }

  #learn(entry: NoteEntry<N>): NoteEntry<N> {
    const old = this.#entries.get(entry.note.key);
    const best = old && !this.#outdoes(entry, old) ? old : entry;
    this.#entries.set(entry.note.key, best);
    return best;
  }

  /** Writes over an older copy. A newer one of another page is outdone, unless the note has got further there. */
  #over(entry: NoteEntry<N>): Change {
    return found => {
      const theirs = found === undefined ? undefined : this.#decode(found);
      if (!theirs || this.#outdoes(entry, theirs)) return this.#encode(entry);
      const stays = this.#isFurther(theirs, entry);
      const best = this.#learn(stays ? theirs : {...entry, seq: theirs.seq + 1});
      return stays ? undefined : this.#encode(best);
    };
  }

  /** Whether one copy of a note counts more than another. */
  #outdoes(entry: NoteEntry<N>, other: NoteEntry<N>): boolean {
    return this.#isFurther(entry, other) || (!this.#isFurther(other, entry) && entry.seq > other.seq);
  }

  #isFurther({note}: NoteEntry<N>, {note: other}: NoteEntry<N>): boolean {
    const {stageOf} = this.#options;
    return stageOf(note) > stageOf(other);
  }

  #encode({seq, note}: NoteEntry<N>): string {
    const json = JSON.stringify({v: VERSION, player: this.#options.player, seq, note});
    return `${sumOf(json)} ${json}`;
  }

  /** The entry, or `undefined` for a string that is damaged, of another version or of another player. */
  #decode(text: string): NoteEntry<N> | undefined {
    try {
      const entry = JSON.parse(text.slice(text.indexOf(' '))) as NoteEntry<N>;
      return this.#encode(entry) === text ? entry : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Names a note before the server has a number for it. `crypto.randomUUID` needs Chromium 92 and a secure context, which many webviews are not. */
export function createKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
