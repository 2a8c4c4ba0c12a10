/* What a device keeps of an order that is done at once, so that the player learns of one whose answer was lost. */
import type {InstantOrder} from './calls.js';
import type {UnansweredOrder} from './items.js';

export type InstantNote = Pick<InstantOrder, 'sku' | 'currencySku'> & {
  readonly key: string;
  /** When it was sent, by the device's clock, milliseconds since 1970. */
  readonly at: number;
  /**
   * `sent`: it may have been sent, and its end is not known yet; left alone, as by a page that was closed, nobody can find it
   * out. `unknown`: its answer was lost. `done` and `void`: carried out, or not. `seen`: as `unknown`, and the player knows.
   */
  readonly state: 'sent' | 'unknown' | 'done' | 'void' | 'seen';
  /** When that was known, by the device's clock. */
  readonly endedAt?: number;
};

/** What is over is kept that long: a page that was asleep may still take it for one that is under way. */
const KEPT_MS = 7 * 24 * 3_600_000;

const STAGES: Readonly<Record<InstantNote['state'], number>> = {sent: 0, unknown: 1, seen: 2, done: 3, void: 3};

/** What is known stays so, whatever another page writes. */
export function stageOf({state}: InstantNote): number {
  return STAGES[state];
}

export function isSameOrder(one: InstantOrder, other: InstantOrder): boolean {
  return one.sku === other.sku && one.currencySku === other.currencySku;
}

/** The orders of which the player has to know that nobody knows their end, the newest first. */
export function toUnanswered(notes: readonly InstantNote[]): readonly UnansweredOrder[] {
  const unknown = notes.filter(({state}) => state === 'unknown').sort((left, right) => right.at - left.at);
  return unknown.map(({key: id, sku, currencySku, at}) => ({
    id,
    sku,
    ...(currencySku !== undefined && {currencySku}),
    at,
  }));
}

/** The notes that nobody needs any more. */
export function outlived(notes: readonly InstantNote[], device: number): readonly InstantNote[] {
  const isOver = ({state}: InstantNote): boolean => state !== 'sent' && state !== 'unknown';
  return notes.filter(note => isOver(note) && device - (note.endedAt ?? note.at) > KEPT_MS);
}
