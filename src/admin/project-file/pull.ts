import {GROUPS} from './groups/groups.js';
import {readGroup} from './plan.js';
import {toFileRow} from './references.js';
import type {FileAdmin, Group, GroupName, Ids, Live, ProjectFile, Row} from './rows.js';

const LONGEST_KEY = 60;

/**
 * Reads the settings of a project as a file, and the ids of the records that the file names by a key. Keys that `ids`
 * knows stay; others come from the record's name. Groups of the company are read only with its calls.
 */
export async function pullProject(
  admin: FileAdmin,
  ids: Ids,
  onRead?: (group: GroupName) => void,
): Promise<{readonly file: ProjectFile; readonly ids: Ids}> {
  const groups: {group: Group; lives: readonly Live[]}[] = [];
  for (const group of GROUPS.filter(({isOfCompany}) => !isOfCompany || admin.company))
    groups.push({group, lives: (await readGroup(admin, group, onRead)).filter(({isPartial}) => !isPartial)});
  const keyed = groups.filter(({group}) => group.identity === 'key');
  const found: Ids = Object.fromEntries(keyed.map(({group, lives}) => [group.name, keysOf(group, lives, ids)]));
  const file = groups.map(({group, lives}) => [
    group.name,
    toValue(
      group,
      lives.map(live => toRow(group, live, found)),
    ),
  ]);
  return {file: Object.fromEntries(file.filter(([, value]) => value !== undefined)) as ProjectFile, ids: found};
}

/** A list of rows, or the only one. */
function toValue({identity}: Group, rows: readonly Row[]): readonly Row[] | Row | undefined {
  return identity === 'none' ? rows[0] : rows;
}

/** The record's row, without fields that are not set. */
function toRow({name, identity}: Group, {id, row}: Live, ids: Ids): Row {
  const fields = Object.entries(toFileRow(row, ids)).filter(([, value]) => value !== undefined);
  const key = Object.entries(ids[name] ?? {}).find(([, known]) => known === id)?.[0];
  return {...(identity === 'key' && {key}), ...Object.fromEntries(fields)};
}

function keysOf({name, title}: Group, lives: readonly Live[], ids: Ids): Readonly<Record<string, number>> {
  const known = new Map(Object.entries(ids[name] ?? {}).map(([key, id]) => [id, key]));
  const keys = new Map<string, number>();
  for (const {id} of lives) {
    const key = known.get(Number(id));
    if (key !== undefined) keys.set(key, Number(id));
  }
  for (const {id, row} of lives.filter(live => !known.has(Number(live.id))))
    keys.set(freeKey(slugOf(row[title], name), keys), Number(id));
  return Object.fromEntries(keys);
}

function freeKey(base: string, taken: ReadonlyMap<string, number>): string {
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(key)) return key;
  }
}

/** A key from a name: its English text, else its first one. */
function slugOf(name: unknown, fallback: string): string {
  const {en, 'en-US': american, ...others} = (typeof name === 'string' ? {en: name} : (name ?? {})) as Row;
  const text = [en, american, ...Object.values(others)].find(each => typeof each === 'string') ?? '';
  const slug = String(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_KEY)
    .replace(/^-+|-+$/g, '');
  return slug || fallback;
}
