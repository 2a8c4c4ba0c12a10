import type {Contributor, ContributorRow} from '../model.js';
import {rankBy} from './ranking.js';

export type ContributorsOptions = {
  /** Makes a name safe to show. */
  cleanName(raw: string): string;
  /** The player's own name; the answer has no other mark for the own row. */
  ownName?: string | undefined;
};

/** The board's rows from the server's: names made safe, ranks given, own row marked. */
export function toContributors(
  rows: readonly ContributorRow[],
  {cleanName, ownName}: ContributorsOptions,
): readonly Contributor[] {
  const own = ownName ? cleanName(ownName) : '';
  return rankBy(
    'competition',
    rows.map(({name, amount}) => {
      const clean = cleanName(name);
      return {name: clean, amount, own: own !== '' && clean === own};
    }),
  );
}
