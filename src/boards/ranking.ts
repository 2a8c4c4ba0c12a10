import type {Contributor} from '../model.js';

/**
 * How equal amounts share ranks: `competition` 1 2 2 4, `dense` 1 2 2 3, `ordinal` 1 2 3 4. The vendor documents neither
 * ties nor an order beyond its examples, so the server's order is kept under all three.
 */
export type Ranking = 'competition' | 'dense' | 'ordinal';

export const RANKINGS: readonly Ranking[] = ['competition', 'dense', 'ordinal'];

/** The same rows with their ranks by `ranking`; unreadable amounts tie with nothing. */
export function rankBy<T extends {amount: number | null}>(
  ranking: Ranking,
  rows: readonly T[],
): readonly (T & {rank: number})[] {
  const ranked: (T & {rank: number})[] = [];
  rows.forEach((row, index) => {
    const before = ranked[index - 1];
    const tied = ranking !== 'ordinal' && before !== undefined && row.amount !== null && row.amount === before.amount;
    const next = ranking === 'dense' ? (before?.rank ?? 0) + 1 : index + 1;
    ranked.push({...row, rank: tied ? before.rank : next});
  });
  return ranked;
}

/** What the own row needs to pass the next player above. */
export type Climb = {
  /** The rank to reach. */
  rank: number;
  /** The points needed to pass the player on that rank, one more than the gap. */
  pointsNeeded: number;
};

/**
 * What the own row needs to climb; `undefined` without an own row, at the top, or where amounts are unreadable. Rows
 * tied with the own one are skipped: the target is a player with more points.
 */
export function climbOf(rows: readonly Contributor[]): Climb | undefined {
  const index = rows.findIndex(row => row.own);
  const own = rows[index]?.amount;
  if (typeof own !== 'number') return undefined;
  for (const above of rows.slice(0, index).reverse()) {
    const points = above.amount ?? 0;
    if (points > own) {
      // Passing one player passes everyone with the same points.
      const first = rows.find(({amount}) => amount === points) ?? above;
      return {rank: first.rank, pointsNeeded: Math.floor(points - own) + 1};
    }
  }
  return undefined;
}
