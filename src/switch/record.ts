/* What the journal keeps, as texts that tell damage: a sum, then JSON with the version and the player inside. */
import type {Reward, Snapshot} from '../model.js';

/** One clan switch. Holds nothing of a token. */
export type SwitchRecord = {
  readonly id: string;
  /**
   * `inflight`: an update may have been sent and its end is not known. `received`: the rewards are known, or known to be
   * unknowable.
   */
  readonly state: 'inflight' | 'received';
  /** When it came into this state, ISO 8601; for display and clearing out only. */
  readonly at: string;
  /** How many updates may have gone out without an end that is known. */
  readonly tries: number;
  /** The clan that the game named at the time; absent when unknown. */
  readonly clan?: string | null | undefined;
  /** Whether player or page agreed to go on where no store keeps the record. */
  readonly volatile: boolean;
  readonly snapshot: Snapshot;
  /** The raw answer, kept before it is read. */
  readonly answer?: {readonly status: number; readonly text: string} | undefined;
  readonly rewards: readonly Reward[];
  readonly complete: boolean;
};

/**
 * What is left of a switch, so that no copy of it comes back. `void`: nothing came of it, as far as was known then.
 * `acked`: the player has seen the receipt.
 */
export type Tombstone = {readonly id: string; readonly state: 'void' | 'acked'; readonly at: string};

/** The clan of the player's last switch that came to an end, or the first one seen. */
export type ClanMark = {readonly id: 'clan'; readonly state: 'clan'; readonly clan: string | null};

/** What is written at once. `seq` grows with every write; but for `acked` the highest wins, whatever the clocks say. */
export type JournalEntry = {readonly seq: number; readonly record: SwitchRecord | Tombstone | ClanMark};

const VERSION = 1;

export function encode({seq, record}: JournalEntry, player: string): string {
  const json = JSON.stringify({v: VERSION, player, seq, record});
  return `${sumOf(json)} ${json}`;
}

/**
 * The entry, or `undefined` for a text that is damaged, of another version or of another player, and so would be another
 * text if it were written now: it stays where it is, unread.
 */
export function decode(text: string, player: string): JournalEntry | undefined {
  try {
    const entry = JSON.parse(text.slice(text.indexOf(' '))) as JournalEntry;
    return encode(entry, player) === text ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** FNV-1a, 32 bit. Tells damage, and keeps a player's id out of keys; it protects against nobody. */
export function sumOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum >>> 0).toString(36);
}
