import {toUpdate} from '../../reward-chains/answers.js';
import {inputCheckOf} from '../../reward-chains/checks.js';
import type {RewardChainInput, RewardChainUpdate, StepUpdate} from '../../reward-chains/reward-chain.js';
import {findingsIn} from '../../input/check.js';
import {isSame} from '../canonical.js';
import {type Group, only, type Row, without} from '../rows.js';
import {stepIdsOf} from '../step-ids.js';

const ASSIGNED = ['order', 'image_url', 'popup_image_url'];

export const rewardChains: Group = {
  name: 'reward_chains',
  identity: 'key',
  title: 'name',
  assigned: ASSIGNED,
  fixed: ['value_point'],
  check: row => findingsIn(inputCheckOf(row), row),
  async *list({rewardChains: calls}) {
    for await (const {reward_chain_id: id} of calls.list()) {
      const chain = await calls.get(id);
      const {steps, ...fields} = toUpdate(chain);
      const value_point = {sku: chain.value_point.sku};
      yield {id, row: {...fields, value_point, steps: steps.map(step => without(step, 'step_id'))}};
    }
  },
  async create({rewardChains: calls}, row) {
    return (await calls.create(row as RewardChainInput)).reward_chain_id;
  },
  afterCreation: row => row,
  async change({rewardChains: calls}, {id, row: before}, row) {
    if (isSame(before, row)) return;
    const {steps, ...fields} = without(row, 'value_point');
    await calls.change(Number(id), current => {
      const known = current.steps;
      const next = {...only(current, ASSIGNED), ...fields, steps: withIds(steps as readonly Row[], known)};
      return next as unknown as RewardChainUpdate;
    });
  },
  remove: async ({rewardChains: calls}, id) => await calls.delete(id),
};

/**
 * A step keeps its id, on which claims depend, with its name. Those whose names are new take the remaining ids in their
 * order, so that a renamed step keeps its claims.
 */
function withIds(steps: readonly Row[], known: readonly StepUpdate[]): Row[] {
  const ids = stepIdsOf(steps, known, [hasSameName, () => true]);
  return steps.map((step, index) => ({...step, step_id: ids[index] ?? null}));
}

function hasSameName({name}: Row, step: Row): boolean {
  return isSame({name}, {name: step['name']});
}
