import {createClaims} from '../claims/claim.js';
import type {RewardChain} from '../model.js';
import type {SessionContext} from '../session/context.js';
import {sendStepClaim} from './calls.js';
import {stepEvidence} from './rules.js';

type ReadChains = (signal: AbortSignal) => Promise<readonly RewardChain[]>;

/** Claims single steps for a session's player. */
export function createStepClaims(
  session: SessionContext,
  readChains: ReadChains,
  notify: (player: string) => void,
): (chainId: number, stepId: number) => Promise<void> {
  const {http, projectId} = session;
  const claim = createClaims(session, notify);
  return (chainId, stepId) =>
    claim({
      key: `${chainId}/${stepId}`,
      send: (token, signal) => sendStepClaim(http, {projectId, chainId, stepId}, token, signal),
      check: async signal => stepEvidence(await readChains(signal), {chainId, stepId}, session.serverTime()),
    });
}
