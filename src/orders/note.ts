/* What a device keeps of an order. The only place outside memory that a payment token is in. */
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

/** What is over or paid stays so, whatever another page writes. */
export function stageOf(note: OrderNote): number {
  if (note.state === 'over') return 2;
  return note.state === 'open' && note.status === 'paid' ? 1 : 0;
}

/** A copy with a token must not outlive the order. */
export function outdatedBy(note: OrderNote): ((older: OrderNote) => boolean) | undefined {
  return 'token' in note || note.state === 'asked' ? undefined : older => 'token' in older;
}
