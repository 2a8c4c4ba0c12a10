import type {Contributor, ContributorRow} from '../model.js';
import {rankBy} from './ranking.js';
import {type NameRules, showNames} from './shown-names.js';

/**
 * The board's rows from the server's: with safe names, ranks and the own row marked. With equal amounts, players who
 * were in `before` keep their order: the vendor documents none, and rows that jump without a reason look like a change.
 */
export function toContributors(
  rows: readonly ContributorRow[],
  rules: NameRules,
  before: readonly Contributor[] = [],
): readonly Contributor[] {
  return rankBy('competition', keepTies(showNames(rows, rules), before));
}

/** Marks the own row with the ranks gained since the last visit; several rows of the player's name say nothing. */
export function withRankChange(
  rows: readonly Contributor[],
  changeOf: (rank: number) => number | undefined,
): readonly Contributor[] {
  const [own, ...others] = rows.filter(row => row.own);
  const rankChange = own && !others.length ? changeOf(own.rank) : undefined;
  return rankChange ? rows.map(row => (row.own ? {...row, rankChange} : row)) : rows;
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
