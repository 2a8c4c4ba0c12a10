import {createClaims} from '../claims/claim.js';
import {LiveOpsError} from '../errors.js';
import type {DailyStep} from '../model.js';
import type {SessionContext} from '../session/context.js';
import {fetchDailyChain, sendDayClaim} from './calls.js';
import {dayEvidence} from './rules.js';

/** Claims single days of a session's player; `tell` lets the player's other sessions know. */
export function createDayClaims(
  session: SessionContext,
  tell: (player: string) => void,
): (chainId: number, stepNumber: number) => Promise<void> {
  const {http, projectId} = session;
  const claim = createClaims(session, tell);
  return (chainId, stepNumber) => {
    const readDay = async (signal: AbortSignal): Promise<DailyStep | undefined> => {
      const {steps} = await fetchDailyChain(http, {projectId, chainId}, signal);
      return steps.find(({number}) => number === stepNumber);
    };
    return claim({
      key: `${chainId}/${stepNumber}`,
      before: async signal => assertOpen(await readDay(signal)),
      send: (token, signal) => sendDayClaim(http, {projectId, chainId, stepNumber}, token, signal),
      check: async signal => dayEvidence(await readDay(signal)),
    });
  };
}

/** @throws {LiveOpsError} for a day that the server does not show as claimed or claimable. */
function assertOpen(step: DailyStep | undefined): 'claimed' | 'claimable' {
  if (!step) throw new LiveOpsError('not-found', 'The chain has no day of this number.');
  const evidence = dayEvidence(step);
  if (evidence === 'unclear') throw new LiveOpsError('not-available', 'The day cannot be claimed now.');
  return evidence;
}
