import {isLiveOpsError} from '../errors.js';
import type {RewardChain} from '../model.js';
import type {Turns} from './turns.js';

export type StepClaimOptions = {
  turns: Turns;
  /** Sends the claim once. @throws {LiveOpsError} for every end but success. */
  send(): Promise<void>;
  readChains(): Promise<readonly RewardChain[]>;
};

/**
 * Claims a step with one request. Where its end is unknown, the chain is read: a step that is claimed now was claimed,
 * by this request or another of the player's, and so is one that the server calls claimed already.
 *
 * @throws {LiveOpsError} when the step is not claimed, or nothing could be learned.
 */
export async function claimStep({chainId, stepId}: {chainId: number; stepId: number}, options: StepClaimOptions) {
  await options.turns(async () => {
    try {
      await options.send();
    } catch (error) {
      const code = isLiveOpsError(error) ? error.code : undefined;
      if (code === 'already-claimed') return;
      if (code !== 'outcome-unknown') throw error;
      const chains = await options.readChains();
      const step = chains.find(({id}) => id === chainId)?.steps.find(({id}) => id === stepId);
      if (!step?.claimed) throw error;
    }
  });
}
