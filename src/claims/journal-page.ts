import type {Receipt} from '../model.js';
import type {Kept} from './journal-entry.js';
import type {ClanMark, LeftClan, SwitchRecord} from './record.js';

/** What the journal of one player contains. */
export type JournalPage = {
  /** The switch whose end is unknown; at most one, since the next switch finishes it first. */
  readonly open: SwitchRecord | undefined;
  /** Unacknowledged receipts, oldest first. */
  readonly receipts: readonly Receipt[];
  /** The clan of the last finished switch, or the first one seen. */
  readonly mark: ClanMark | undefined;
  /** The clan that the last switch on this device left. */
  readonly left?: LeftClan | undefined;
};

/** What a read of the journal found. */
export type JournalRead = JournalPage & {
  /**
   * Whether every durable place answered. If not, a place may have an unread open switch, receipt or mark: nothing may
   * be sent or settled based on this read.
   */
  readonly complete: boolean;
  /**
   * Whether at least one durable place answered. Every place has all records that could be written, so one is enough in
   * the end.
   */
  readonly answered: boolean;
  /** Whether a place may still appear, so that a later read may find more. */
  readonly awaiting: boolean;
};

/** Groups the entries of one player by kind. */
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
