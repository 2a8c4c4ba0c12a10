import type {Resource, RewardChain} from '../model.js';
import {timeOf} from '../stores/list-time.js';
import {firstClanChain} from './rules.js';

/** The chain with the id that the page names, else the player's first running clan chain, if the list has it. */
export function chosenChain(
  list: Resource<readonly RewardChain[]> | undefined,
  wanted: number | null | undefined,
): RewardChain | undefined {
  const chains = list?.status === 'ready' ? list.value : [];
  return wanted == null ? firstClanChain(chains, timeOf(chains)) : chains.find(({id}) => id === wanted);
}
