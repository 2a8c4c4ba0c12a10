import type {Contributor} from '../../src/model.js';

/** A player whose place on the board has changed; places count from 0. */
export type Move = {from: number; to: number};

/** The rows that moved. Rows are matched by name; where names repeat, the first previous row counts. */
export function movesOf(before: readonly Contributor[], after: readonly Contributor[]): readonly Move[] {
  const places = new Map<string, number>();
  before.forEach(({name}, place) => {
    if (!places.has(name)) places.set(name, place);
  });
  return after.flatMap(({name}, to) => {
    const from = places.get(name) ?? to;
    return from === to ? [] : [{from, to}];
  });
}
