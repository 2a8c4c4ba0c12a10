import {createNumberedClaims} from '../claims/numbered-claims.js';
import type {SessionContext} from '../session/context.js';
import {fetchDailyChain, sendDayClaim} from './calls.js';
import {dayEvidence} from './rules.js';

/** Claims single days for a session's player; `notify` informs the player's other sessions. */
export function createDayClaims(
  session: SessionContext,
  notify: (player: string) => void,
): (chainId: number, stepNumber: number) => Promise<void> {
  const {http, projectId} = session;
  return createNumberedClaims(session, notify, {
    noun: 'day',
    read: async (chainId, signal) => (await fetchDailyChain(http, {projectId, chainId}, signal)).steps,
    evidence: dayEvidence,
    send: (place, token, signal) => sendDayClaim(http, {projectId, ...place}, token, signal),
  });
}
