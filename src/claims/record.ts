/* What the journal stores, as strings with a checksum, then JSON with the version and the player inside. */
import type {Reward, Snapshot} from '../model.js';
import {sumOf} from '../storage/checksum.js';

/** A raw answer, with the headers that are needed later. */
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
   * `inflight`: an update may have been sent and its end is unknown. `received`: the rewards are known, or can't be
   * found out any more.
   */
  readonly state: 'inflight' | 'received';
  /** When it entered this state, ISO 8601; only for display and cleanup. */
  readonly at: string;
  /** The number of updates that may have been sent and whose end is unknown. */
  readonly tries: number;
  /** The clan that the game named at the time; absent if unknown. */
  readonly clan?: string | null | undefined;
  /** Whether player or page agreed to continue although no store keeps the record. */
  readonly volatile: boolean;
  readonly snapshot: Snapshot;
  /**
   * When the last update was sent, and the earliest time for the next one, if the server set it, milliseconds since
   * 1970.
   */
  readonly sentAt?: number;
  readonly waitUntil?: number;
  /** The latest time at which the last update can have been sent, by the server's clock, milliseconds since 1970. */
  readonly sentBy?: number;
  /** Checks since the last update that showed everything unchanged. */
  readonly checks?: number;
  /** The snapshot was taken right after another switch, so it may show the previous clan. */
  readonly suspect?: true;
  /** The snapshot was taken within a minute after another switch, so an early check may show the previous clan. */
  readonly recent?: true;
  /** Steps that only the snapshot of a later update shows (`toStepKey`): they may already be the next clan's. */
  readonly unsure?: readonly string[];
  /**
   * The first update whose snapshot may not show what it would claim: the game may have moved the player again, or the
   * list may have been older than the previous update.
   */
  readonly blindFrom?: number;
  /** The raw answer, stored before it is parsed. */
  readonly answer?: KeptAnswer | undefined;
  readonly rewards: readonly Reward[];
  readonly complete: boolean;
};

/**
 * A tombstone of a switch, so that no copy of it comes back. `void`: it had no effect, as far as was known then.
 * `acked`: the player has seen the receipt.
 */
export type Tombstone = {
  readonly id: string;
  readonly state: 'void' | 'acked';
  /** By the device's clock, ISO 8601. */
  readonly at: string;
  /**
   * The latest time at which it can have been closed, by the server's clock, milliseconds since 1970; absent if
   * unknown.
   */
  readonly closedBy?: number | undefined;
};

/**
 * The clan of the player's last finished switch, or the first one seen; only the latter has `since`, the time at which
 * it was seen, ISO 8601.
 */
export type ClanMark = {
  readonly id: 'clan';
  readonly state: 'clan';
  readonly clan: string | null;
  readonly since?: string | undefined;
  /** A clan for which the server has answered an update without a change. */
  readonly asked?: string | null;
  /** The names on the clan's boards, and their period. */
  readonly boards?: readonly {readonly id: number; readonly names: readonly string[]; readonly resetAt?: number}[];
};

/** The chains of the clan that the last switch left: lagging lists may show it for a while. */
export type LeftClan = {
  readonly id: 'left';
  readonly state: 'left';
  /** When the switch ended, milliseconds since 1970. */
  readonly at: number;
  /** The latest time at which it can have ended, by the server's clock. */
  readonly endedBy?: number;
  readonly snapshot: Snapshot;
};

/** The unit of a write. `seq` grows with every write; except for `acked`, the highest wins, whatever the clocks say. */
export type JournalEntry = {readonly seq: number; readonly record: SwitchRecord | Tombstone | ClanMark | LeftClan};

const VERSION = 1;

export function encode({seq, record}: JournalEntry, player: string): string {
  const json = JSON.stringify({v: VERSION, player, seq, record});
  return `${sumOf(json)} ${json}`;
}

/**
 * The entry; `undefined` for a string that is damaged, or of another version or player. Encoding it again would give a
 * different string. It stays where it is, unread.
 */
export function decode(text: string, player: string): JournalEntry | undefined {
  try {
    const entry = JSON.parse(text.slice(text.indexOf(' '))) as JournalEntry;
    return encode(entry, player) === text ? entry : undefined;
  } catch {
    return undefined;
  }
}
