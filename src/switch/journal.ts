import type {Receipt} from '../model.js';
import type {TextStore} from '../storage/text-store.js';
import {type ClanMark, decode, encode, type JournalEntry, sumOf, type SwitchRecord, type Tombstone} from './record.js';

/** What the journal of one player holds. */
export type JournalPage = {
  /** The switch whose end is not known; there is one at most, since the next one finishes it first. */
  readonly open: SwitchRecord | undefined;
  /** Receipts that nobody has acknowledged, oldest first. */
  readonly receipts: readonly Receipt[];
  /** The clan of the last switch that came to an end, or the first one seen. */
  readonly mark: ClanMark | undefined;
};

/** The switches of one player on one project: what is written here outlives the page, where a store allows. */
export type Journal = {
  /** Everything there is, also from other pages and earlier visits. */
  read(): Promise<JournalPage>;
  /** Keeps a record in its new state. Resolves when it is as safe as it gets: `true` when it outlives the page. */
  write(record: SwitchRecord): Promise<boolean>;
  /** Leaves nothing of a record but its id, so that no copy of it comes back. `true` when that outlives the page. */
  close(id: string, state: Tombstone['state']): Promise<boolean>;
  /** Notes the clan of a switch that has come to an end. */
  settle(clan: string | null): Promise<void>;
};

export type JournalOptions = {
  /** Who the journal belongs to; kept inside, and as a sum in the keys. */
  player: string;
  store: TextStore;
  today(): number;
};

const TOMBSTONE_MS = 7 * 24 * 3_600_000;
/** A longer answer is not kept raw, characters. */
const LONGEST_RAW = 256 * 1024;

type Kept = JournalEntry & {readonly durable: boolean};

export function createJournal({player, store, today}: JournalOptions): Journal {
  const prefix = `liveops/${sumOf(player)}/`;
  // Also what no store took, so that it lives as long as the page.
  const known = new Map<string, Kept>();

  const learn = ({seq, record}: JournalEntry, durable: boolean): Kept => {
    const old = known.get(record.id);
    const again = durable && seq === old?.seq;
    if (old && !again && !isNewer({seq, record}, old)) return old;
    const kept = {seq, record, durable};
    known.set(record.id, kept);
    return kept;
  };

  const keep = async (record: JournalEntry['record'], put: TextStore['put']): Promise<boolean> => {
    const seq = (known.get(record.id)?.seq ?? 0) + 1;
    // Not always what was asked for: what the player has acknowledged stays so.
    const entry = learn({seq, record}, false);
    const durable = await put(prefix + record.id, encode(entry, player));
    learn(entry, durable);
    return durable;
  };

  const close: Journal['close'] = async (id, state) => {
    const at = new Date(today()).toISOString();
    return keep({id, state, at}, store.replace);
  };

  const clearOut = async (alive: ReadonlySet<string>): Promise<void> => {
    for (const {record} of known.values()) {
      if (!isClosed(record)) continue;
      // An older copy has come back, as after a kill: the tombstone must outlive it.
      if (alive.has(record.id)) await close(record.id, record.state);
      else if (today() - Date.parse(record.at) > TOMBSTONE_MS) {
        known.delete(record.id);
        await store.remove(prefix + record.id);
      }
    }
  };

  return {
    async read() {
      const alive = new Set<string>();
      for (const {text, durable} of await store.all(prefix)) {
        const entry = decode(text, player);
        if (!entry) continue;
        if (!isClosed(entry.record)) alive.add(entry.record.id);
        learn(entry, durable);
      }
      await clearOut(alive);
      return toPage([...known.values()]);
    },
    async write({answer, ...record}) {
      const raw = answer && answer.text.length <= LONGEST_RAW ? {answer} : {};
      return keep({...record, ...raw}, store.put);
    },
    close,
    async settle(clan) {
      await keep({id: 'clan', state: 'clan', clan}, store.put);
    },
  };
}

function isNewer({seq, record}: JournalEntry, old: JournalEntry): boolean {
  if ((record.state === 'acked') !== (old.record.state === 'acked')) return record.state === 'acked';
  return seq > old.seq;
}

function isClosed(record: JournalEntry['record']): record is Tombstone {
  return record.state === 'void' || record.state === 'acked';
}

function toPage(kept: readonly Kept[]): JournalPage {
  let open: SwitchRecord | undefined;
  let mark: ClanMark | undefined;
  const receipts: Receipt[] = [];
  for (const {record, durable} of kept) {
    if (record.state === 'clan') mark = record;
    if (record.state === 'inflight') open = record;
    if (record.state !== 'received') continue;
    const {id, rewards, complete, at} = record;
    receipts.push({id, rewards, complete, durable, receivedAt: at});
  }
  return {open, mark, receipts: receipts.sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))};
}
