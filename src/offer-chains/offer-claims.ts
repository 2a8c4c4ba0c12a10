import {createClaims} from '../claims/claim.js';
import {LiveOpsError} from '../errors.js';
import type {OfferStep} from '../offers.js';
import type {SessionContext} from '../session/context.js';
import {fetchOfferChain, sendOfferClaim} from './calls.js';
import {offerEvidence} from './rules.js';

/** Claims free steps of a session's player; `tell` lets the player's other sessions know. */
export function createOfferClaims(
  session: SessionContext,
  tell: (player: string) => void,
): (chainId: number, stepNumber: number) => Promise<void> {
  const {http, projectId} = session;
  const claim = createClaims(session, tell);
  return (chainId, stepNumber) => {
    const readStep = async (signal: AbortSignal): Promise<OfferStep | undefined> => {
      const {steps} = await fetchOfferChain(http, {projectId, chainId}, signal);
      return steps.find(({number}) => number === stepNumber);
    };
    return claim({
      key: `${chainId}/${stepNumber}`,
      before: async signal => assertOpen(await readStep(signal)),
      send: (token, signal) => sendOfferClaim(http, {projectId, chainId, stepNumber}, token, signal),
      check: async signal => offerEvidence(await readStep(signal)),
    });
  };
}

/** @throws {LiveOpsError} for a step that the server does not show as done, or as free and next. */
function assertOpen(step: OfferStep | undefined): 'claimed' | 'claimable' {
  if (!step) throw new LiveOpsError('not-found', 'The chain has no step of this number.');
  const evidence = offerEvidence(step);
  if (evidence === 'unclear') throw new LiveOpsError('not-available', 'The step cannot be claimed now.');
  return evidence;
}
