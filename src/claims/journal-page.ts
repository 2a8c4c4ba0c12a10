import type {Receipt} from '../model.js';
import type {Kept} from './journal-entry.js';
import type {ClanMark, LeftClan, SwitchRecord} from './record.js';

/** What the journal of one player contains. */
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

/** The entries of one player, sorted by what they are. */
export function toPage(kept: readonly Kept[]): JournalPage {
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
