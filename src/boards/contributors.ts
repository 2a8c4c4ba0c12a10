import type {Contributor, ContributorRow} from '../model.js';
import {rankBy} from './ranking.js';

export type ContributorsOptions = {
  /** Makes a name safe to show. */
  cleanName(raw: string): string;
  /** The player's own name; the answer has no other mark for the own row. */
  ownName?: string | undefined;
};

/**
 * The board's rows from the server's: with safe names, ranks and the own row marked. With equal amounts, players who
 * were in `before` keep their order: the vendor documents none, and rows that jump without a reason look like a change.
 */
export function toContributors(
  rows: readonly ContributorRow[],
  {cleanName, ownName}: ContributorsOptions,
  before: readonly Contributor[] = [],
): readonly Contributor[] {
  // A row without a name could be anyone's.
  const own = (ownName && cleanName(spaced(ownName))) || undefined;
  const shown = rows.map(row => ({
    ...row,
    name: cleanName(row.name),
    own: own !== undefined && cleanName(spaced(row.name)) === own,
  }));
  return rankBy('competition', keepTies(shown, before));
}

/**
 * White space as displayed: an attribute may break a name into lines, and a server may keep spaces that no page shows.
 */
function spaced(name: string): string {
  return name.replace(/\s+/g, ' ');
}

function keepTies<T extends {name: string; amount: number | null}>(rows: readonly T[], before: readonly T[]): T[] {
  const places = new Map(before.map(({name}, index) => [name, index]));
  const newcomer = before.length + 1;
  let tie = 0;
  return rows
    .map((row, index) => {
      if (row.amount === null || row.amount !== rows[index - 1]?.amount) tie++;
      return {row, place: tie * newcomer + (places.get(row.name) ?? newcomer - 1)};
    })
    .sort((a, b) => a.place - b.place)
    .map(({row}) => row);
}
