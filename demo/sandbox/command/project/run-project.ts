import {createAdmin} from '../../../../src/admin/index.js';
import {
  applyProject,
  type FileAdmin,
  GROUP_NAMES,
  type GroupName,
  planProject,
  ProjectError,
  pullProject,
  rowsOf,
  type Step,
  stepOf,
} from '../../../../src/admin/project-file/index.js';
import type {Terminal} from '../terminal.js';
import type {ProjectOrder, Target} from './order.js';
import {Bar} from './bar.js';
import {LockFile, readProjectFile, writeProjectFile} from './files.js';
import {describeDone, describePlan} from './report.js';

/** What a command needs. */
type Tools = {
  readonly admin: FileAdmin;
  readonly lock: LockFile;
  readonly bar: Bar;
  readonly order: ProjectOrder;
  readonly terminal: Terminal;
};

/** Runs `pull`, `plan` or `apply`. Resolves with the exit code: 1 if `--check` finds a difference. */
export async function runProject(order: ProjectOrder, terminal: Terminal): Promise<number> {
  const {target, json} = order;
  const admin = adminOf(target);
  const bar = new Bar(json ? undefined : terminal.screen);
  if (!json) terminal.error(`Project ${target.options.projectId} on ${target.name}`);
  const lock = new LockFile(order.file, `${target.name} ${target.options.projectId}`);
  try {
    return await RUN[order.action]({admin, lock, bar, order, terminal});
  } finally {
    bar.end();
  }
}

/** With the calls of the company, if its id is known. */
function adminOf({options: {merchantId, ...options}}: Target): FileAdmin {
  if (merchantId === undefined) return createAdmin(options);
  const admin = createAdmin({...options, merchantId});
  return {...admin, company: {...admin, projectId: options.projectId}};
}

const RUN = {pull, plan, apply} as const;

async function pull({admin, lock, bar, order, terminal}: Tools): Promise<number> {
  const {file, ids} = await pullProject(admin, await lock.read(), onRead(bar));
  await writeProjectFile(order.file, file);
  await lock.write(ids);
  bar.end();
  const counts = GROUP_NAMES.flatMap(group => {
    const rows = rowsOf(file, group);
    return rows ? [[group, rows.length] as const] : [];
  });
  if (order.json) print(terminal, {file: order.file, records: Object.fromEntries(counts)});
  else terminal.log(`${order.file}: ${counts.map(([group, count]) => `${count} ${group}`).join(', ')}`);
  return 0;
}

async function plan({admin, lock, bar, order, terminal}: Tools): Promise<number> {
  const file = await readProjectFile(order.file);
  const {prune, json, check} = order;
  const found = await planProject({admin, file, ids: await lock.read(), prune, onRead: onRead(bar)});
  bar.end();
  if (json) print(terminal, {steps: found.steps.map(stepOf), unnamed: found.unnamed});
  else terminal.log(describePlan(found, prune));
  return check && found.steps.length > 0 ? 1 : 0;
}

/** Says each step as soon as it is made; with `--json` all of them at the end, with the error if one failed. */
async function apply({admin, lock, bar, order, terminal}: Tools): Promise<number> {
  const {prune, json} = order;
  const options = {file: await readProjectFile(order.file), ids: await lock.read(), onRead: onRead(bar)};
  const made: Step[] = [];
  try {
    const saveIds = async (ids: Parameters<LockFile['write']>[0]): Promise<void> => await lock.write(ids);
    for await (const {step, done, total} of applyProject({...options, admin, prune, saveIds})) {
      made.push(step);
      bar.end();
      if (!json) terminal.log(describeDone(step));
      bar.show(done, total, 'steps');
    }
  } catch (error) {
    if (json) print(terminal, {steps: made, error: (error as Error).message});
    throw error instanceof ProjectError
      ? new ProjectError(`${error.message} ${made.length} made before; it can be run again.`)
      : error;
  }
  bar.end();
  if (json) print(terminal, {steps: made});
  else terminal.log(made.length ? `The project is as ${order.file} says.` : 'Nothing to do.');
  return 0;
}

/** Shows which group is being read. */
function onRead(bar: Bar): (group: GroupName) => void {
  return group => bar.show(GROUP_NAMES.indexOf(group) + 1, GROUP_NAMES.length, `reading ${group}`);
}

function print(terminal: Terminal, value: object): void {
  terminal.log(JSON.stringify(value, null, 2));
}
