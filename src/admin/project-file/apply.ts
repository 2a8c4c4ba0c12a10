import {isLiveOpsError} from '../../errors.js';
import {type Plan, type Planned, type PlanOptions, planProject, type Step} from './plan.js';
import {toSent} from './references.js';
import {type Ids, ProjectError} from './rows.js';

/** A step that was made, and how many there are. */
export type Progress = {readonly step: Step; readonly done: number; readonly total: number};

export type ApplyOptions = PlanOptions & {
  /** Called with the server's ids as soon as one is known. */
  readonly saveIds: (ids: Ids) => void | Promise<void>;
};

/** The second round sets what needed ids of the first, such as two promotions that exclude each other. */
const ROUNDS = 2;

/**
 * Makes the project as the file says, and yields each step that was made. Stops at the first one that fails. It can be
 * run again: it starts from what the project then is.
 *
 * @throws {ProjectError} with the step that failed, or if the project still differs at the end.
 */
export async function* applyProject(options: ApplyOptions): AsyncGenerator<Progress, void, undefined> {
  let ids = options.ids;
  for (let round = 0; ; round += 1) {
    const plan: Plan = await planProject({...options, ids});
    ids = plan.ids;
    await options.saveIds(ids);
    if (plan.steps.length === 0) return;
    if (round === ROUNDS) throw stillDiffers(plan.steps);
    for (const [index, planned] of plan.steps.entries()) {
      ids = await make(planned, options, ids);
      yield {step: stepOf(planned), done: index + 1, total: plan.steps.length};
    }
  }
}

/** Makes one step, and returns the ids with a new one. */
async function make(planned: Planned, options: ApplyOptions, ids: Ids): Promise<Ids> {
  try {
    return await send(planned, options, ids);
  } catch (error) {
    const {action, group, name} = planned;
    const hint = isLiveOpsError(error) && error.code === 'outcome-unknown' ? ' Run it again: it reads first.' : '';
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProjectError(`Failed to ${action} ${group} ${name}: ${reason}${hint}`, {cause: error});
  }
}

async function send({action, of: group, name, row, live}: Planned, options: ApplyOptions, ids: Ids): Promise<Ids> {
  const {admin, saveIds} = options;
  if (action === 'delete') {
    await group.remove?.(admin, live?.id as never);
    return ids;
  }
  const {key: _, ...fields} = toSent(row ?? {}, ids);
  if (live) {
    await group.change(admin, live, fields);
    return ids;
  }
  const id = await group.create(admin, fields);
  const isKeyed = group.identity === 'key';
  const next = isKeyed ? {...ids, [group.name]: {...ids[group.name], [name]: Number(id)}} : ids;
  if (isKeyed) await saveIds(next);
  await group.change(admin, {id, row: group.afterCreation(fields)}, fields);
  return next;
}

/** A step as callers see it. */
export function stepOf({action, group, name, before, after}: Planned): Step {
  return {action, group, name, before, after};
}

function stillDiffers(steps: readonly Step[]): ProjectError {
  const names = steps.map(({group, name}) => `${group} ${name}`).join(', ');
  return new ProjectError(`All was sent, but the project still differs from the file: ${names}. Run plan to see how.`);
}
