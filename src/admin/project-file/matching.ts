import {isSame} from './canonical.js';
import {type Group, type Ids, type Live, ProjectError, type Row} from './rows.js';

/** Rows of the file with their records, and records that no row names. */
export type Matched = {
  readonly pairs: readonly {readonly row: Row; readonly live: Live | undefined}[];
  readonly extra: readonly Live[];
};

/**
 * Finds the record of each row: by its id, or for a key by the lock file, or, where that does not know the key, by the
 * name. So a lost lock file, or a creation whose answer was lost, makes no record twice.
 *
 * @throws {ProjectError} if several records have the name.
 */
export function matchRows(group: Group, rows: readonly Row[], lives: readonly Live[], ids: Ids): Matched {
  const locked = new Set(Object.values(ids[group.name] ?? {}));
  const pairs = rows.map(row => ({row, live: recordOf(group, row, lives, ids, locked)}));
  const used = new Set(pairs.map(({live}) => live));
  return {pairs, extra: lives.filter(live => !used.has(live))};
}

function recordOf(
  {name: group, identity, title}: Group,
  row: Row,
  lives: readonly Live[],
  ids: Ids,
  locked: ReadonlySet<number>,
): Live | undefined {
  if (identity === 'none') return lives[0];
  if (identity !== 'key') return lives.find(({id}) => id === row[identity]);
  const key = String(row['key']);
  const known = lives.find(({id}) => id === ids[group]?.[key]);
  if (known) return known;
  const isNamed = (live: Live): boolean => isSame({[title]: live.row[title]}, {[title]: row[title]});
  const named = lives.filter(live => !locked.has(Number(live.id)) && isNamed(live));
  if (named.length > 1)
    throw new ProjectError(
      `\`${group}\` has several records with the name of \`${key}\`: add its id to the lock file.`,
    );
  return named[0];
}

/** The ids with those of the records that were found. */
export function withIdsOf(group: Group, {pairs}: Matched, ids: Ids): Ids {
  if (group.identity !== 'key') return ids;
  const found = pairs.flatMap(({row, live}) => (live ? [[String(row['key']), Number(live.id)] as const] : []));
  return {...ids, [group.name]: {...ids[group.name], ...Object.fromEntries(found)}};
}
