/* Whether two reads of the chains show one clan or two, by the names on the boards: the API names no clan. */
import type {ContributorRow, RewardChain, Snapshot} from '../model.js';

/**
 * `same` and `other` are proofs; anything less is `unclear`. `grown` is a board that may have grown out of the old one.
 * That is enough to send an update again, but no proof that nothing was granted, since friends change clans together.
 * `mixed` is the old board with other points: one of the two is out of date.
 */
export type ClanMatch = 'same' | 'grown' | 'other' | 'mixed' | 'unclear';

/** The most rows of a board (`get-user-clan-top-contributors`): a full board may have dropped a player. */
const FULL_BOARD = 10;

/**
 * The player's own row proves nothing, since players give points in every clan they pass through. If the own name is
 * unknown, a single row could be the player's. Boards that contradict each other prove nothing either.
 */
export function compareClans(before: Snapshot, after: readonly RewardChain[], ownName: string | undefined): ClanMatch {
  const seen = new Set<ClanMatch>();
  const name = ownName && canonical(ownName);
  for (const {id, contributors, points} of before) {
    const chain = after.find(one => one.id === id);
    if (!chain) continue;
    const match = compareBoards(contributors.map(toRow), chain.topContributors.map(toRow), name);
    // A board that isn't full shows every member, so its amounts add up to the points.
    const isTorn = match === 'same' && contributors.length < FULL_BOARD && differ(points, chain.valuePoint.amount);
    seen.add(isTorn ? 'mixed' : match);
  }
  if (seen.has('mixed')) return 'mixed';
  const known = (['same', 'grown'] as const).find(match => seen.has(match));
  if (seen.has('other')) return known ? 'unclear' : 'other';
  return known ?? 'unclear';
}

function compareBoards(
  before: readonly ContributorRow[],
  after: readonly ContributorRow[],
  ownName: string | undefined,
): ClanMatch {
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

/** Names normalised for comparison: one spelling, without invisible white space. */
function canonical(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function toRow({name, amount}: ContributorRow): ContributorRow {
  return {name: canonical(name), amount};
}

function differ(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one !== other;
}

/** Within a period, points never decrease. */
function isThere({name, amount}: ContributorRow, after: readonly ContributorRow[]): boolean {
  return after.some(row => row.name === name && (row.amount ?? 0) >= (amount ?? 0));
}

/** Only a full board loses rows, to larger ones. */
function isPushedOff({amount}: ContributorRow, after: readonly ContributorRow[]): boolean {
  return after.length >= FULL_BOARD && after.every(row => (row.amount ?? 0) >= (amount ?? 0));
}
