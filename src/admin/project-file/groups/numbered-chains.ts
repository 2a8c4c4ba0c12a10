import type {GenericSchema} from 'valibot';
import {toUpdate as toDailyUpdate} from '../../daily-chains/answers.js';
import {dailyChainInput} from '../../daily-chains/checks.js';
import {toUpdate as toOfferUpdate} from '../../offer-chains/answers.js';
import {offerChainInput} from '../../offer-chains/checks.js';
import {findingsIn} from '../../input/check.js';
import {isSame} from '../canonical.js';
import {type FileAdmin, type Group, type GroupName, only, type Row, without} from '../rows.js';
import {type SameStep, stepIdsOf} from '../step-ids.js';

type Chain = Row & {readonly steps: readonly Row[]};

/** The calls of either kind of chain. */
type Calls = {
  list(): AsyncIterable<{readonly id: number}>;
  get(id: number): Promise<unknown>;
  create(row: Row): Promise<{readonly daily_chain_id?: number; readonly offer_chain_id?: number}>;
  change(id: number, how: (current: Chain) => Row): Promise<void>;
  delete(id: number): Promise<void>;
};

type Kind = {
  readonly name: GroupName;
  readonly schema: GenericSchema;
  readonly calls: (admin: FileAdmin) => unknown;
  readonly toUpdate: (answer: never) => object;
  /** What makes a step the same one as before, on which claims depend. */
  readonly stepRules: readonly SameStep[];
};

const ASSIGNED = ['order'];

/** Chains whose steps have numbers. */
function chainGroup({name, schema, calls, toUpdate, stepRules}: Kind): Group {
  const callsOf = (admin: FileAdmin): Calls => calls(admin) as Calls;
  return {
    ...{name, identity: 'key', title: 'name', assigned: ASSIGNED, fixed: []},
    check: row => findingsIn(schema, row),
    async *list(admin) {
      for await (const {id} of callsOf(admin).list()) {
        const {steps, ...fields} = toUpdate((await callsOf(admin).get(id)) as never) as Chain;
        yield {id, row: {...fields, steps: steps.map(step => without(step, 'step_id'))}};
      }
    },
    async create(admin, row) {
      const {daily_chain_id, offer_chain_id} = await callsOf(admin).create(row);
      return daily_chain_id ?? offer_chain_id ?? 0;
    },
    afterCreation: row => row,
    async change(admin, {id, row: before}, row) {
      if (isSame(before, row)) return;
      const {steps, ...fields} = row as Chain;
      await callsOf(admin).change(Number(id), current => {
        const ids = stepIdsOf(steps, current.steps, stepRules);
        const next = steps.map((step, index) => ({...step, ...(ids[index] !== undefined && {step_id: ids[index]})}));
        return {...only(current, ASSIGNED), ...fields, steps: next};
      });
    },
    remove: async (admin, id) => await callsOf(admin).delete(id),
  };
}

const hasSameNumber: SameStep = (known, step) => known['step_number'] === step['step_number'];

const givesTheSame: SameStep = (known, step) =>
  isSame(only(known, ['is_free', 'items']), only(step, ['is_free', 'items']));

/** A day is the one of its number: a player who has claimed the second day has claimed it, whatever it gives now. */
export const dailyChains = chainGroup({
  name: 'daily_chains',
  schema: dailyChainInput,
  calls: admin => admin.dailyChains,
  toUpdate: toDailyUpdate,
  stepRules: [hasSameNumber],
});

/** A step with the same item stays the same wherever it moves, or players would get it twice. */
export const offerChains = chainGroup({
  name: 'offer_chains',
  schema: offerChainInput,
  calls: admin => admin.offerChains,
  toUpdate: toOfferUpdate,
  stepRules: [givesTheSame, hasSameNumber],
});
