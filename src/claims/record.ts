/* What the journal stores, as strings with a checksum, then JSON with the version and the player inside. */
import type {Reward, Snapshot} from '../model.js';

/** An answer as it came, with the headers that count later on. */
type KeptAnswer = {
  readonly status: number;
  readonly text: string;
  readonly retryAfter?: string | null | undefined;
  readonly date?: string | null | undefined;
};

/** One clan switch. Contains no part of a token. */
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
  /** When the last update was sent, and before when the server wants no other, milliseconds since 1970. */
  readonly sentAt?: number;
  readonly waitUntil?: number;
  /** By when the last update was sent at the latest, by the server's clock, milliseconds since 1970. */
  readonly sentBy?: number;
  /** Checks since the last update that showed everything unchanged. */
  readonly checks?: number;
  /** The snapshot was taken right after another switch, so that it may show the clan before. */
  readonly suspect?: true;
  /** The snapshot was taken within a minute after another switch, so that an early check may show the clan before. */
  readonly recent?: true;
  /** Steps that only the snapshot of a later update shows (`toStepKey`): that may have been the next clan's already. */
  readonly unsure?: readonly string[];
  /**
   * The first update that was sent on a snapshot which may not show what it would claim: the game may have moved the
   * player again, and the list may have been older than the update before.
   */
  readonly blindFrom?: number;
  /** The raw answer, kept before it is read. */
  readonly answer?: KeptAnswer | undefined;
  readonly rewards: readonly Reward[];
  readonly complete: boolean;
};

/**
 * What is left of a switch, so that no copy of it comes back. `void`: nothing came of it, as far as was known then.
 * `acked`: the player has seen the receipt.
 */
export type Tombstone = {
  readonly id: string;
  readonly state: 'void' | 'acked';
  /** By the device's clock, ISO 8601. */
  readonly at: string;
  /** By when it was closed at the latest, by the server's clock, milliseconds since 1970; absent where that was unknown. */
  readonly closedBy?: number | undefined;
};

/**
 * The clan of the player's last switch that came to an end, or the first one seen; that one has `since`, the time at which
 * it was seen, ISO 8601.
 */
export type ClanMark = {
  readonly id: 'clan';
  readonly state: 'clan';
  readonly clan: string | null;
  readonly since?: string | undefined;
  /** A clan for which the server has answered an update and changed nothing. */
  readonly asked?: string | null;
  /** The names on the clan's boards, and the period they are of. */
  readonly boards?: readonly {readonly id: number; readonly names: readonly string[]; readonly resetAt?: number}[];
};

/** The clan that the last switch left, as its chains were: lists that lag may show it for a while. */
export type LeftClan = {
  readonly id: 'left';
  readonly state: 'left';
  /** When the switch came to an end, milliseconds since 1970. */
  readonly at: number;
  /** By when it did at the latest, by the server's clock. */
  readonly endedBy?: number;
  readonly snapshot: Snapshot;
};

/** What is written at once. `seq` grows with every write; except for `acked`, the highest wins, whatever the clocks say. */
export type JournalEntry = {readonly seq: number; readonly record: SwitchRecord | Tombstone | ClanMark | LeftClan};

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

/** FNV-1a, 32 bit. Detects damage, and keeps a player's id out of keys; it is no protection against an attacker. */
export function sumOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum >>> 0).toString(36);
}
