/* What a device keeps of an order, as checksummed strings. The only place outside memory that a payment token is in. */
import {sumOf} from '../claims/record.js';
import type {Order, OrderTarget} from '../offers.js';

/**
 * An order that is about to be requested. Left alone, as by a page that was closed, it means nothing: nobody has the
 * token of an order whose answer was lost, so nobody can pay it.
 */
export type AskedNote = {
  readonly key: string;
  readonly state: 'asked';
  readonly target: OrderTarget;
  /** By the device's clock, milliseconds since 1970. */
  readonly at: number;
};

/** An order that the server has made. */
export type PlacedNote = Omit<AskedNote, 'state'> & {
  /**
   * `open`: takes the place of any other order of its target. `released`: another may be made, and this one is still
   * checked, since a payment may have been under way. `over`: nothing more will happen to it.
   */
  readonly state: 'open' | 'released' | 'over';
  readonly id: number;
  readonly status: Order['status'];
  /** Only of an open order. */
  readonly token?: string | undefined;
  /** By when it was made at the latest, by the server's clock, milliseconds since 1970; absent where that was unknown. */
  readonly madeBy?: number | undefined;
  /** When it was seen to be over, by the device's clock. */
  readonly endedAt?: number;
};

export type OrderNote = AskedNote | PlacedNote;

/** What is written at once. `seq` grows with every write of a note; what is over or paid stays so, else the highest wins. */
export type NoteEntry = {readonly seq: number; readonly note: OrderNote};

const VERSION = 1;

export function encodeNote({seq, note}: NoteEntry, player: string): string {
  const json = JSON.stringify({v: VERSION, player, seq, note});
  return `${sumOf(json)} ${json}`;
}

/** The entry, or `undefined` for a string that is damaged, of another version or of another player. */
export function decodeNote(text: string, player: string): NoteEntry | undefined {
  try {
    const entry = JSON.parse(text.slice(text.indexOf(' '))) as NoteEntry;
    return encodeNote(entry, player) === text ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Whether one copy of a note counts more than another. */
export function outdoes(entry: NoteEntry, other: NoteEntry): boolean {
  return isFurther(entry, other) || (!isFurther(other, entry) && entry.seq > other.seq);
}

/** Whether an order has got further in one copy than in another, so that it cannot go back. */
export function isFurther({note}: NoteEntry, {note: other}: NoteEntry): boolean {
  return stageOf(note) > stageOf(other);
}

function stageOf(note: OrderNote): number {
  if (note.state === 'over') return 2;
  return note.state === 'open' && note.status === 'paid' ? 1 : 0;
}

/** Names a note, before its order has a number. `crypto.randomUUID` needs Chromium 92 and a secure context, which many webviews are not. */
export function createKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
