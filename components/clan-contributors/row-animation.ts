import type {Contributor} from '../../src/model.js';

/** A player whose place on the board has changed; places count from 0. */
export type Move = {from: number; to: number};

/** A player whose points have changed: the place now, and the points before and now. */
export type Gain = {place: number; from: number; to: number};

/** The rows that moved. Rows are matched by name; of those whose name repeats nobody knows which one moved. */
export function movesOf(before: readonly Contributor[], after: readonly Contributor[]): readonly Move[] {
  const places = placesOf(before);
  return [...placesOf(after)].flatMap(([name, to]) => {
    const from = places.get(name) ?? NOWHERE;
    return from === to || from === NOWHERE || to === NOWHERE ? [] : [{from, to}];
  });
}

/** The players whose points have changed, as far as numbers have all their digits; matched as for moves. */
export function gainsOf(before: readonly Contributor[], after: readonly Contributor[]): readonly Gain[] {
  const places = placesOf(before);
  return [...placesOf(after)].flatMap(([name, place]) => {
    const from = before[places.get(name) ?? NOWHERE]?.amount;
    const to = after[place]?.amount;
    return Number.isSafeInteger(from) && Number.isSafeInteger(to) && from !== to ? [{place, from, to} as Gain] : [];
  });
}

const NOWHERE = -1;

function placesOf(rows: readonly Contributor[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  rows.forEach(({name}, place) => places.set(name, places.has(name) ? NOWHERE : place));
  return places;
}
