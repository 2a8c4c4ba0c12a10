/* What is to be done about an order, without a clock or requests. */
import {isUnderWay} from '../claims/under-way.js';
import type {Order, OrderTarget} from '../offers.js';
import type {ServerTime} from '../stores/server-clock.js';
import type {AskedNote, OrderNote, PlacedNote} from './note.js';
import {keyOf} from './target.js';

/** What the server says of an order: its status, or that it has no such order. */
export type SeenStatus = Order['status'] | 'missing';

/** The time on the device and at the server. */
export type OrderTime = {readonly device: number; readonly server: ServerTime};

/** The vendor's tokens live that long unless the project says otherwise. */
const TOKEN_LIFE_MS = 24 * 3_600_000;
/** A chain may show a step as not taken for that long after its order was done. */
const SETTLING_MS = 600_000;
/** What is over is shown, and kept, that long, and the latest 20 at most. */
const RECENT_MS = 24 * 3_600_000;
const MOST_RECENT = 20;
/** A payment that was under way may arrive that much later. */
const LATEST_PAYMENT_MS = 60 * 24 * 3_600_000;

/** Whether nothing more comes of an order. */
export function isFinal(status: SeenStatus): boolean {
  return status === 'done' || status === 'canceled' || status === 'expired';
}

export function isPlaced(note: OrderNote): note is PlacedNote {
  return note.state !== 'asked';
}

/** The orders of a target that may still be paid, or have been, the newest last. */
export function unfinishedOrdersOf(notes: readonly OrderNote[], target: OrderTarget): readonly PlacedNote[] {
  const key = keyOf(target);
  return notes
    .filter(isPlaced)
    .filter(note => note.state !== 'over' && keyOf(note.target) === key)
    .sort((left, right) => left.at - right.at);
}

/** Whether another page has asked for, or made, an order of the same target meanwhile. */
export function isOrderedElsewhere(notes: readonly OrderNote[], asked: AskedNote): boolean {
  return notes.some(note => {
    if (note.key === asked.key || keyOf(note.target) !== keyOf(asked.target)) return false;
    return note.state === 'asked' ? isUnderWay(note, asked.at) : note.state === 'open';
  });
}

/**
 * The order by which a step has just been bought. Its chain may not show that yet, and buying it again would cost the
 * player twice. An item may be bought again at once.
 */
export function justDone(notes: readonly OrderNote[], target: OrderTarget, device: number): PlacedNote | undefined {
  if ('sku' in target) return undefined;
  const isRecent = ({endedAt = -Infinity}: PlacedNote): boolean => Math.abs(device - endedAt) < SETTLING_MS;
  return notes
    .filter(isPlaced)
    .find(note => note.status === 'done' && keyOf(note.target) === keyOf(target) && isRecent(note));
}

/**
 * Whether the token of an order is too old for Pay Station, for certain: by the device's clock, which may be wrong, and by
 * the server's, where that is known.
 */
export function isTokenDead({at, madeBy}: PlacedNote, {device, server}: OrderTime): boolean {
  const isOldHere = device - at > TOKEN_LIFE_MS;
  const isOldThere = !server.isKnown || madeBy === undefined || server.earliest - madeBy > TOKEN_LIFE_MS;
  return isOldHere && isOldThere;
}

/**
 * The note after the server was asked. The first line that applies decides:
 *
 * | the server says | the order is | because |
 * |---|---|---|
 * | done, canceled, expired | over | these are final |
 * | paid, or a word that we don't know | open | the payment is there, or may be |
 * | new, after it was paid | as it was | the answer is older than the one before |
 * | new, and the token is dead | released | nobody can open its payment page; a payment may still be under way |
 * | no such order, and the token is dead | over | there is nothing to wait for |
 * | new, or no such order | as it was | it may be paid at any moment, or the answer is older than the order |
 */
export function afterCheck(note: PlacedNote, seen: SeenStatus, time: OrderTime): PlacedNote {
  if (isFinal(seen)) return toOver(note, seen as Order['status'], time.device);
  if (seen === 'paid') return toPaid(note);
  if (note.status === 'paid') return note;
  if (seen === 'unknown') return {...note, state: 'open', status: seen};
  if (isTokenDead(note, time)) return seen === 'missing' ? toOver(note, 'unknown', time.device) : toReleased(note);
  return {...note, status: seen === 'missing' ? 'unknown' : seen};
}

/** The same order without its token, of which another may be made. */
export function toReleased({token: _, ...note}: PlacedNote): PlacedNote {
  return {...note, state: 'released', status: 'new'};
}

/** It is not to be paid again, so that its token has done its work. */
function toPaid({token: _, ...note}: PlacedNote): PlacedNote {
  return {...note, state: 'open', status: 'paid'};
}

function toOver({token: _, ...note}: PlacedNote, status: Order['status'], endedAt: number): PlacedNote {
  return {...note, state: 'over', status, endedAt};
}

/** The open and recent orders, the newest first, without their tokens. */
export function toOrders(notes: readonly OrderNote[], blocked: ReadonlySet<number>): readonly Order[] {
  return notes
    .filter(isPlaced)
    .filter(({state}) => state !== 'released')
    .sort((left, right) => right.at - left.at || right.id - left.id)
    .map(note => toOrder(note, blocked));
}

export function toOrder({id, target, status, at, state, endedAt}: PlacedNote, blocked: ReadonlySet<number>): Order {
  const isBlocked = state === 'open' && blocked.has(id);
  const ended = endedAt !== undefined && {endedAt: new Date(endedAt).toISOString()};
  return {id, target, status, createdAt: new Date(at).toISOString(), ...ended, ...(isBlocked && {blocked: true})};
}

/** The notes that nobody needs any more. */
export function outlivedNotes(notes: readonly OrderNote[], device: number): readonly OrderNote[] {
  const over = notes.filter(isPlaced).filter(({state}) => state === 'over');
  const newestFirst = [...over].sort((left, right) => (right.endedAt ?? 0) - (left.endedAt ?? 0));
  const isOld = ({endedAt = 0}: PlacedNote, index: number): boolean =>
    index >= MOST_RECENT || device - endedAt > RECENT_MS;
  const isGivenUp = (note: OrderNote): boolean => note.state === 'released' && device - note.at > LATEST_PAYMENT_MS;
  return [...newestFirst.filter(isOld), ...notes.filter(isGivenUp)];
}
