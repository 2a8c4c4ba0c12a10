import type {Snapshot} from '../model.js';
import {sumOf} from '../storage/checksum.js';
import type {Change, TextStore} from '../storage/text-store.js';
import type {ServerTime} from '../stores/server-clock.js';
import {isClosed, type Kept, unite} from './journal-entry.js';
import {type JournalRead, toPage} from './journal-page.js';
import {type ClanMark, decode, encode, type JournalEntry, type SwitchRecord, type Tombstone} from './record.js';
import {outlivedTombstones} from './tombstones.js';

/** The switches of one player in one project. What is written here outlives the page if a store allows. */
export type Journal = {
  /** Reads everything, including entries from other pages and earlier visits. */
  read(): Promise<JournalRead>;
  /**
   * Stores a record in its new state. Resolves once every place has taken it or failed: `true` if a durable place has
   * it.
   */
  write(record: SwitchRecord): Promise<boolean>;
  /** Replaces a record with a tombstone, so that no copy of it comes back. `true` if a durable place has it. */
  close(id: string, state: Tombstone['state']): Promise<boolean>;
  /** Records the clan of a finished switch, with anything else known about it. */
  settle(mark: Omit<ClanMark, 'id' | 'state'>): Promise<void>;
  /**
   * Records the first clan seen, unless a clan is on record. After an incomplete read, only this page remembers it, and
   * a later read replaces it.
   */
  settleFirst(clan: string | null): Promise<void>;
  /**
   * Stores the chains of the clan that a switch has left, and the latest time at which it ended, by the server's clock.
   */
  leave(snapshot: Snapshot, endedBy: number): Promise<void>;
  /** Adds to the mark, if there is one and no store has a mark of another clan. */
  amend(change: Partial<Pick<ClanMark, 'asked' | 'boards'>>): Promise<void>;
};

export type JournalOptions = {
  /** The player; stored inside each entry, and as a checksum in the keys. */
  player: string;
  store: TextStore;
  today(): number;
  /** The range of the server's time; default unknown. */
  serverTime?(): ServerTime;
};

/** A longer raw answer is not stored, characters. */
const LONGEST_RAW = 256 * 1024;

/** Sequence numbers: of a mark that only this page remembers, and of the first one that is written. */
const UNWRITTEN = 0;
const FIRST = 1;

export function createJournal(options: JournalOptions): Journal {
  const journal = new PlayerJournal(options);
  return {
    read: () => journal.read(),
    write: record => journal.write(record),
    close: (id, state) => journal.close(id, state),
    settle: mark => journal.settle(mark),
    settleFirst: clan => journal.settleFirst(clan),
    leave: (snapshot, endedBy) => journal.leave(snapshot, endedBy),
    amend: change => journal.amend(change),
  };
}

type MayOutdo = (theirs: JournalEntry) => boolean;

class PlayerJournal implements Journal {
  readonly #options: JournalOptions;
  readonly #prefix: string;
  /** Includes entries that no store took, which last as long as the page. */
  readonly #known = new Map<string, Kept>();
  #isRead = false;

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#prefix = `liveops/${sumOf(options.player)}/`;
  }

  async read(): Promise<JournalRead> {
    const {player, store} = this.#options;
    const alive = new Set<string>();
    const {texts, complete, answered, awaiting} = await store.all(this.#prefix);
    this.#isRead ||= complete;
    for (const {text, durable} of texts) {
      const entry = decode(text, player);
      if (!entry) continue;
      if (!isClosed(entry.record)) alive.add(entry.record.id);
      this.#learn(entry, durable);
    }
    // No place has a mark, so this page's own may be written now.
    if (this.#isRead && this.#known.get('clan')?.seq === UNWRITTEN) this.#known.delete('clan');
    await this.#clearOut(alive);
    // A place that is silent, or not there yet, may have a copy that the tombstone has to outlive.
    if (complete && !awaiting) await this.#forget();
    return {...toPage([...this.#known.values()]), complete, answered, awaiting};
  }

  async write({answer, ...record}: SwitchRecord): Promise<boolean> {
    const raw = answer && answer.text.length <= LONGEST_RAW ? {answer} : {};
    return this.#keep({...record, ...raw});
  }

  async close(id: string, state: Tombstone['state']): Promise<boolean> {
    const {store, today, serverTime} = this.#options;
    const time = serverTime?.();
    const at = new Date(today()).toISOString();
    const tombstone = {id, state, at, ...(time?.isKnown && {closedBy: time.latest})};
    return this.#keep(tombstone, {put: (key, change) => store.replace(key, change, text => this.#isAlive(text))});
  }

  async settle(mark: Omit<ClanMark, 'id' | 'state'>): Promise<void> {
    await this.#keep({id: 'clan', state: 'clan', ...mark});
  }

  async leave(snapshot: Snapshot, endedBy: number): Promise<void> {
    await this.#keep({id: 'left', state: 'left', at: this.#options.today(), endedBy, snapshot});
  }

  async amend(change: Partial<Pick<ClanMark, 'asked' | 'boards'>>): Promise<void> {
    const {record: mark, seq} = this.#known.get('clan') ?? {};
    if (mark?.state !== 'clan' || seq === UNWRITTEN) return;
    const isSameClan: MayOutdo = ({record}) => record.state === 'clan' && record.clan === mark.clan;
    await this.#keep({...mark, ...change}, {mayOutdo: isSameClan});
  }

  async settleFirst(clan: string | null): Promise<void> {
    if (this.#known.has('clan')) return;
    const since = new Date(this.#options.today()).toISOString();
    const mark = {id: 'clan', state: 'clan', clan, since} as const;
    this.#learn({seq: this.#isRead ? FIRST : UNWRITTEN, record: mark}, false);
    if (!this.#isRead) return;
    const change = this.#over({seq: FIRST, record: mark}, () => false);
    await this.#options.store.put(`${this.#prefix}clan`, change);
  }

  #learn(entry: JournalEntry, durable: boolean): Kept {
    const kept = unite(this.#known.get(entry.record.id), {...entry, durable});
    this.#known.set(entry.record.id, kept);
    return kept;
  }

  async #keep(
    record: JournalEntry['record'],
    {
      put = (key, change) => this.#options.store.put(key, change),
      mayOutdo = isNotAcked,
    }: {put?: TextStore['put']; mayOutdo?: MayOutdo} = {},
  ): Promise<boolean> {
    const seq = (this.#known.get(record.id)?.seq ?? 0) + 1;
    // May differ from the requested record: an acknowledged entry stays acknowledged.
    const entry = this.#learn({seq, record}, false);
    const isAcked = entry.record.state === 'acked';
    return put(
      this.#prefix + record.id,
      this.#over(entry, theirs => isAcked || mayOutdo(theirs)),
    );
  }

  /**
   * Overwrites an older entry. If another page wrote a newer one, it is taken into account first; it stays, unless
   * `mayOutdo` allows a higher number.
   */
  #over(entry: JournalEntry, mayOutdo: MayOutdo): Change {
    const {player} = this.#options;
    return found => {
      const theirs = found === undefined ? undefined : decode(found, player);
      if (!theirs || theirs.seq < entry.seq || found === encode(entry, player)) return encode(entry, player);
      if (!mayOutdo(theirs)) {
        // Even with the same number: every other page uses the stored entry.
        this.#known.set(entry.record.id, {...theirs, durable: false});
        return undefined;
      }
      this.#learn(theirs, false);
      const next = {...entry, seq: theirs.seq + 1};
      this.#learn(next, false);
      return encode(next, player);
    };
  }

  /** Only an entry that could come back is outdated; another tombstone stays. */
  #isAlive(found: string): boolean {
    const entry = decode(found, this.#options.player);
    return entry !== undefined && !isClosed(entry.record);
  }

  #closed(): readonly Tombstone[] {
    return [...this.#known.values()].map(({record}) => record).filter(isClosed);
  }

  async #clearOut(alive: ReadonlySet<string>): Promise<void> {
    const isKnown = this.#options.serverTime?.().isKnown;
    for (const {id, state, closedBy} of this.#closed()) {
      // An older copy has come back, for example after the browser was killed: the tombstone must outlive it. A
      // tombstone without a time gets one now.
      if (alive.has(id) || (isKnown && closedBy === undefined)) await this.close(id, state);
    }
  }

  async #forget(): Promise<void> {
    const {store, serverTime} = this.#options;
    for (const {id} of outlivedTombstones(this.#closed(), serverTime?.())) {
      this.#known.delete(id);
      await store.remove(this.#prefix + id);
    }
  }
}

function isNotAcked({record}: JournalEntry): boolean {
  return record.state !== 'acked';
}
