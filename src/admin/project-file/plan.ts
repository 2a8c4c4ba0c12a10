import {canonical, isSame} from './canonical.js';
import {GROUPS} from './groups/groups.js';
import {newCodes} from './groups/item-promotions.js';
import {matchRows, type Matched, withIdsOf} from './matching.js';
import {toFileRow} from './references.js';
import {
  type FileAdmin,
  type Group,
  type GroupName,
  type Ids,
  type Live,
  nameOf,
  ProjectError,
  type ProjectFile,
  type Row,
  rowsOf,
  without,
} from './rows.js';

/** One thing that differs between the file and the project. */
export type Step = {
  readonly action: 'create' | 'update' | 'delete';
  readonly group: GroupName;
  /** The record's SKU, external id or key; the server's id for one that no row names. */
  readonly name: string;
  /** The record before and after, in a form that is the same for everything that means the same. */
  readonly before: Row | null;
  readonly after: Row | null;
};

/** A step with what it needs. */
export type Planned = Step & {readonly of: Group; readonly row: Row | undefined; readonly live: Live | undefined};

export type Plan = {
  readonly steps: readonly Planned[];
  readonly ids: Ids;
  /** Records of the file's groups that no row names. */
  readonly unnamed: readonly Unnamed[];
};

/** `canDelete` says whether `prune` deletes it: the vendor has no such call for some groups. */
export type Unnamed = {readonly group: GroupName; readonly name: string; readonly canDelete: boolean};

export type PlanOptions = {
  readonly admin: FileAdmin;
  readonly file: ProjectFile;
  readonly ids: Ids;
  readonly prune: boolean;
  /** Called for each record that was read. */
  readonly onRead?: ((group: GroupName) => void) | undefined;
};

/**
 * Reads the groups of the file from the project, and compares them.
 *
 * @throws {ProjectError} if a row wants what can't change, or a group needs the company's calls and has none.
 */
export async function planProject({admin, file, ids, prune, onRead}: PlanOptions): Promise<Plan> {
  const groups = GROUPS.filter(({name}) => rowsOf(file, name) !== undefined);
  demandCompany(groups, admin);
  const matches = new Map<Group, Matched>();
  let known = ids;
  for (const group of groups) {
    const lives = await readGroup(admin, group, onRead);
    const matched = matchRows(group, rowsOf(file, group.name) ?? [], lives, ids);
    matches.set(group, matched);
    known = withIdsOf(group, matched, known);
  }
  const steps = [...matches].map(async ([group, {pairs}]) => {
    return await Promise.all(pairs.map(async ({row, live}) => await compareRow(group, row, live, known)));
  });
  const extra = [...matches].flatMap(([group, matched]) => matched.extra.map(live => ({group, live})));
  const deletable = extra.filter(({group}) => group.remove);
  const deletions = prune ? deletable.map(({group, live}) => deletionOf(group, live)).reverse() : [];
  return {
    steps: [...(await Promise.all(steps)).flat(2), ...deletions],
    ids: known,
    unnamed: extra.map(({group, live}) => {
      return {group: group.name, name: String(live.id), canDelete: group.remove !== undefined};
    }),
  };
}

function demandCompany(groups: readonly Group[], {company}: FileAdmin): void {
  const [group] = company ? [] : groups.filter(({isOfCompany}) => isOfCompany);
  if (group)
    throw new ProjectError(
      `\`${group.name}\` needs the company's id in XSOLLA_MERCHANT_ID, and a key for its projects.`,
    );
}

/** All records of a group. */
export async function readGroup(
  admin: FileAdmin,
  group: Group,
  onRead?: (group: GroupName) => void,
): Promise<readonly Live[]> {
  const lives: Live[] = [];
  for await (const live of group.list(admin)) {
    lives.push(live);
    onRead?.(group.name);
  }
  return lives;
}

/** The step that makes the record as its row says; none if it is so. */
async function compareRow(group: Group, row: Row, live: Live | undefined, ids: Ids): Promise<Planned[]> {
  const step = {group: group.name, name: nameOf(group, row), of: group, row};
  const after = canonical(without(row, 'key'));
  if (!live) return [{...step, action: 'create', before: null, after, live}];
  if (live.isPartial) return [];
  const known = withoutOpen(group, await withKnownCodes(live, row), row);
  demandFixed(group, step.name, known.row, row);
  const before = canonical(comparable(toFileRow(known.row, ids), row));
  return isSame(before, after) ? [] : [{...step, action: 'update', before, after, live: known}];
}

function deletionOf(group: Group, live: Live): Planned {
  const step = {group: group.name, name: String(live.id), of: group, row: undefined, live};
  return {...step, action: 'delete', before: canonical(live.row), after: null};
}

async function withKnownCodes(live: Live, row: Row): Promise<Live> {
  if (!live.readAllCodes || row['codes'] === undefined) return live;
  return {...live, row: {...live.row, codes: await live.readAllCodes()}};
}

/** The record without what the file leaves to the server. */
function withoutOpen({assigned}: Group, live: Live, row: Row): Live {
  return {...live, row: without(live.row, ...assigned.filter(name => row[name] === undefined))};
}

/** The record without codes that the file doesn't list. */
function comparable(before: Row, row: Row): Row {
  const codes = row['codes'] as readonly string[] | undefined;
  const missing = newCodes(before, row);
  return {...before, ...(codes && {codes: codes.filter(code => !missing.includes(code))})};
}

function demandFixed({name, fixed}: Group, id: string, before: Row, row: Row): void {
  const changed = fixed.find(field => !isSame({[field]: before[field]}, {[field]: row[field]}));
  if (changed !== undefined)
    throw new ProjectError(`\`${name}\`: \`${changed}\` of \`${id}\` cannot be changed. Create a new one.`);
}
