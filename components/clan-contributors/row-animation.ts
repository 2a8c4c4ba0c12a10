import type {Contributor} from '../../src/model.js';

/** A player whose place on the board is another than before; places count from 0. */
export type Move = {from: number; to: number};

/** Who moved. Rows are told apart by name, so where names repeat the first one of before counts. */
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
