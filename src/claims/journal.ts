import type {Receipt, Snapshot} from '../model.js';
import type {Change, TextStore} from '../storage/text-store.js';
import type {ServerTime} from '../stores/server-clock.js';
import {isClosed, type Kept, unite} from './journal-entry.js';
import {
  type ClanMark,
  decode,
  encode,
  type JournalEntry,
  type LeftClan,
  sumOf,
  type SwitchRecord,
  type Tombstone,
} from './record.js';
import {outlivedTombstones} from './tombstones.js';

/** What the journal of one player holds. */
export type JournalPage = {
  /** The switch whose end is not known; there is one at most, since the next one finishes it first. */
  readonly open: SwitchRecord | undefined;
  /** Receipts that nobody has acknowledged, oldest first. */
  readonly receipts: readonly Receipt[];
  /** The clan of the last switch that came to an end, or the first one seen. */
  readonly mark: ClanMark | undefined;
  /** The clan that the last switch on this device left. */
  readonly left?: LeftClan | undefined;
};

/** What a read of the journal found. */
export type JournalRead = JournalPage & {
  /**
   * Whether every durable place answered. If not, an open switch, a receipt or a mark may still be there unread: nothing
   * may be sent or settled on it.
   */
  readonly complete: boolean;
  /** Whether a durable place answered at all. Each has every note that could be written, so that one will do in the end. */
  readonly answered: boolean;
  /** Whether a place is not there yet, so that a later read may find more. */
  readonly awaiting: boolean;
};

/** The switches of one player on one project: what is written here outlives the page, where a store allows. */
export type Journal = {
  /** Everything there is, also from other pages and earlier visits. */
  read(): Promise<JournalRead>;
  /** Keeps a record in its new state. Resolves when it is as safe as it gets: `true` when a durable kind of place has it. */
  write(record: SwitchRecord): Promise<boolean>;
  /** Leaves nothing of a record but its id, so that no copy of it comes back. `true` when a durable kind of place has that. */
  close(id: string, state: Tombstone['state']): Promise<boolean>;
  /** Puts the clan of a switch that has come to an end on record, or what else is known about the player's clan. */
  settle(mark: Omit<ClanMark, 'id' | 'state'>): Promise<void>;
  /**
   * Puts the first clan seen on record, unless one is there. After a read that was not complete only this page remembers
   * it, and whatever is read later takes its place.
   */
  settleFirst(clan: string | null): Promise<void>;
  /** Keeps what the chains of the clan were that a switch has left, and by when it did, by the server's clock. */
  leave(snapshot: Snapshot, endedBy: number): Promise<void>;
  /** Adds to the mark, where there is one and no store has that of another clan. */
  amend(change: Partial<Pick<ClanMark, 'asked' | 'boards'>>): Promise<void>;
};

export type JournalOptions = {
  /** Who the journal belongs to; kept inside, and as a sum in the keys. */
  player: string;
  store: TextStore;
  today(): number;
  /** Where the server's time is; default unknown. */
  serverTime?(): ServerTime;
};

/** A longer answer is not kept raw, characters. */
const LONGEST_RAW = 256 * 1024;

/** Numbers of a mark that only this page remembers, and of the first one that is written. */
const UNWRITTEN = 0;
const FIRST = 1;

export function createJournal({player, store, today, serverTime}: JournalOptions): Journal {
  const prefix = `liveops/${sumOf(player)}/`;
  // Also what no store took, so that it lives as long as the page.
  const known = new Map<string, Kept>();
  let isRead = false;

  const learn = (entry: JournalEntry, durable: boolean): Kept => {
    const kept = unite(known.get(entry.record.id), {...entry, durable});
    known.set(entry.record.id, kept);
    return kept;
  };

  /** Writes over an older entry. A newer one of another page is learned first: it is outdone, or it stays if it must. */
  const over =
    (entry: JournalEntry, mayOutdo: (theirs: JournalEntry) => boolean): Change =>
    found => {
      const theirs = found === undefined ? undefined : decode(found, player);
      if (!theirs || theirs.seq < entry.seq || found === encode(entry, player)) return encode(entry, player);
      if (!mayOutdo(theirs)) {
        // Even of the same number: what is there counts on every other page.
        known.set(entry.record.id, {...theirs, durable: false});
        return undefined;
      }
      learn(theirs, false);
      const next = {...entry, seq: theirs.seq + 1};
      learn(next, false);
      return encode(next, player);
    };

  const keep = async (
    record: JournalEntry['record'],
    put: TextStore['put'],
    mayOutdo = (theirs: JournalEntry): boolean => theirs.record.state !== 'acked',
  ): Promise<boolean> => {
    const seq = (known.get(record.id)?.seq ?? 0) + 1;
    // Not always what was asked for: what the player has acknowledged stays so.
    const entry = learn({seq, record}, false);
    const isAcked = entry.record.state === 'acked';
    return put(
      prefix + record.id,
      over(entry, theirs => isAcked || mayOutdo(theirs)),
    );
  };

  /** Only what could come back is outdated: another tombstone stays. */
  const isAlive = (found: string): boolean => {
    const entry = decode(found, player);
    return entry !== undefined && !isClosed(entry.record);
  };

  const close: Journal['close'] = async (id, state) => {
    const time = serverTime?.();
    const at = new Date(today()).toISOString();
    const tombstone = {id, state, at, ...(time?.isKnown && {closedBy: time.latest})};
    return keep(tombstone, (key, change) => store.replace(key, change, isAlive));
  };

  const closed = (): readonly Tombstone[] => [...known.values()].map(({record}) => record).filter(isClosed);

  const clearOut = async (alive: ReadonlySet<string>): Promise<void> => {
    const isKnown = serverTime?.().isKnown;
    for (const {id, state, closedBy} of closed()) {
      // An older copy has come back, as after a kill: the tombstone must outlive it. One without a time gets it now.
      if (alive.has(id) || (isKnown && closedBy === undefined)) await close(id, state);
    }
  };

  const forget = async (): Promise<void> => {
    for (const {id} of outlivedTombstones(closed(), serverTime?.())) {
      known.delete(id);
      await store.remove(prefix + id);
    }
  };

  return {
    async read() {
      const alive = new Set<string>();
      const {texts, complete, answered, awaiting} = await store.all(prefix);
      isRead ||= complete;
      for (const {text, durable} of texts) {
        const entry = decode(text, player);
        if (!entry) continue;
        if (!isClosed(entry.record)) alive.add(entry.record.id);
        learn(entry, durable);
      }
      // No place has one, so that this page's guess may be written now.
      if (isRead && known.get('clan')?.seq === UNWRITTEN) known.delete('clan');
      await clearOut(alive);
      // A place that is silent, or not there yet, may have a copy that the tombstone has to outlive.
      if (complete && !awaiting) await forget();
      return {...toPage([...known.values()]), complete, answered, awaiting};
    },
    async write({answer, ...record}) {
      const raw = answer && answer.text.length <= LONGEST_RAW ? {answer} : {};
      return keep({...record, ...raw}, store.put);
    },
    close,
    async settle(mark) {
      await keep({id: 'clan', state: 'clan', ...mark}, store.put);
    },
    async leave(snapshot, endedBy) {
      await keep({id: 'left', state: 'left', at: today(), endedBy, snapshot}, store.put);
    },
    async amend(change) {
      const {record: mark, seq} = known.get('clan') ?? {};
      if (mark?.state !== 'clan' || seq === UNWRITTEN) return;
      const isSameClan = ({record}: JournalEntry): boolean => record.state === 'clan' && record.clan === mark.clan;
      await keep({...mark, ...change}, store.put, isSameClan);
    },
    async settleFirst(clan) {
      if (known.has('clan')) return;
      const mark = {id: 'clan', state: 'clan', clan, since: new Date(today()).toISOString()} as const;
      learn({seq: isRead ? FIRST : UNWRITTEN, record: mark}, false);
      if (isRead)
        await store.put(
          `${prefix}clan`,
          over({seq: FIRST, record: mark}, () => false),
        );
    },
  };
}

function toPage(kept: readonly Kept[]): JournalPage {
  let open: SwitchRecord | undefined;
  let mark: ClanMark | undefined;
  const receipts: Receipt[] = [];
  let left: LeftClan | undefined;
  for (const {record, durable} of kept) {
    if (record.state === 'clan') mark = record;
    if (record.state === 'inflight') open = record;
    if (record.state === 'left') left = record;
    if (record.state !== 'received') continue;
    const {id, rewards, complete, at} = record;
    receipts.push({id, rewards, complete, durable, receivedAt: at});
  }
  return {
    open,
    mark,
    ...(left && {left}),
    receipts: receipts.sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1)),
  };
}
