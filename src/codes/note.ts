/* What a device keeps of a coupon that was sent. The code itself is in it, so that the player knows which one it was. */
import type {Reward} from '../model.js';
import type {CodeReceipt} from './codes.js';

export type CodeNote = {
  readonly key: string;
  readonly code: string;
  /** By the device's clock, milliseconds since 1970. */
  readonly at: number;
  /**
   * `sent`: a redemption may have been sent, and its end is not known yet. Left alone, as by a page that was closed, it needs
   * one check. `refused`: nothing was redeemed; kept for a day, without the code, for tabs that have seen it as `sent`.
   */
  readonly state: 'sent' | 'refused' | CodeReceipt['end'];
  readonly rewards: readonly Reward[];
  readonly acknowledged: boolean;
};

/** What the player keeps to look at, once acknowledged. */
const MOST_KEPT = 20;
const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 90 * DAY_MS;

const STAGES: Readonly<Record<CodeNote['state'], number>> = {
  sent: 0,
  unknown: 1,
  'probably-redeemed': 2,
  redeemed: 3,
  refused: 3,
};

/** What is known stays so, and what the player has acknowledged, too, whatever another page writes. */
export function stageOf({state, acknowledged}: CodeNote): number {
  return STAGES[state] + (acknowledged ? 10 : 0);
}

/** The player's receipts, the newest first. */
export function toReceipts(notes: readonly CodeNote[], isDurable: (note: CodeNote) => boolean): readonly CodeReceipt[] {
  return notes.flatMap(note => toReceipt(note, isDurable(note)) ?? []).sort((left, right) => right.at - left.at);
}

function toReceipt({state, key, ...note}: CodeNote, durable: boolean): CodeReceipt | undefined {
  return state === 'sent' || state === 'refused' ? undefined : {...note, id: key, end: state, durable};
}

/** Acknowledged receipts that are old, or more than a player looks at, and what was refused a day ago. */
export function outlived(notes: readonly CodeNote[], device: number): readonly CodeNote[] {
  const refused = notes.filter(({state, at}) => state === 'refused' && device - at > DAY_MS);
  const seen = notes.filter(({acknowledged}) => acknowledged).sort((left, right) => right.at - left.at);
  return [...refused, ...seen.filter(({at}, index) => index >= MOST_KEPT || device - at > KEPT_MS)];
}
