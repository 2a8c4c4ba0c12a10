/* Whether two looks at the chains show one clan or two, by who stands on the boards: the API names no clan. */
import type {ContributorRow, RewardChain, Snapshot} from '../model.js';

/**
 * `same` and `other` are proofs; anything less is `unclear`. `grown` is a board that may have become what it is now: good
 * enough to send an update again, too little to say that nothing was granted, since friends change clans together.
 */
export type People = 'same' | 'grown' | 'other' | 'unclear';

/** A board shows at most so many (`get-user-clan-top-contributors`), so a full one may have pushed somebody off. */
const FULL_BOARD = 10;

/**
 * The player's own row proves nothing, since players give points in every clan they pass through; without the own name
 * a single row could be it. Boards that contradict each other prove nothing either.
 */
export function comparePeople(before: Snapshot, after: readonly RewardChain[], ownName: string | undefined): People {
  const seen = new Set<People>();
  for (const {id, contributors} of before) {
    const chain = after.find(one => one.id === id);
    if (chain) seen.add(compareBoards(contributors, chain.topContributors, ownName));
  }
  const known = (['same', 'grown'] as const).find(people => seen.has(people));
  if (seen.has('other')) return known ? 'unclear' : 'other';
  return known ?? 'unclear';
}

function compareBoards(
  before: readonly ContributorRow[],
  after: readonly ContributorRow[],
  ownName: string | undefined,
): People {
  const isOther = ({name}: ContributorRow): boolean => name !== ownName;
  const [were, are] = [before.filter(isOther), after.filter(isOther)];
  const known = were.filter(row => isThere(row, after)).length;
  const isExplained = before.every(row => isThere(row, after) || isPushedOff(row, after));
  if (isExplained && known >= (ownName ? 1 : 2)) {
    return JSON.stringify(before) === JSON.stringify(after) ? 'same' : 'grown';
  }
  const meet = are.some(({name}) => were.some(row => row.name === name));
  if (meet || isExplained || !are.length) return 'unclear';
  return were.length || are.length === after.length ? 'other' : 'unclear';
}

/** Within a period nobody's points shrink. */
function isThere({name, amount}: ContributorRow, after: readonly ContributorRow[]): boolean {
  return after.some(row => row.name === name && (row.amount ?? 0) >= (amount ?? 0));
}

/** Only a full board loses a row, to larger ones. */
function isPushedOff({amount}: ContributorRow, after: readonly ContributorRow[]): boolean {
  return after.length >= FULL_BOARD && after.every(row => (row.amount ?? 0) >= (amount ?? 0));
}
