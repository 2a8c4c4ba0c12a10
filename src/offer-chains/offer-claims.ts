import {createNumberedClaims} from '../claims/numbered-claims.js';
import type {SessionContext} from '../session/context.js';
import {fetchOfferChain, sendOfferClaim} from './calls.js';
import {offerEvidence} from './rules.js';

/** Claims free steps of a session's player; `notify` lets the player's other sessions know. */
export function createOfferClaims(
  session: SessionContext,
  notify: (player: string) => void,
): (chainId: number, stepNumber: number) => Promise<void> {
  const {http, projectId} = session;
  return createNumberedClaims(session, notify, {
    noun: 'step',
    read: async (chainId, signal) => (await fetchOfferChain(http, {projectId, chainId}, signal)).steps,
    evidence: offerEvidence,
    send: (place, token, signal) => sendOfferClaim(http, {projectId, ...place}, token, signal),
  });
}
