import {onMount} from 'nanostores';
import {createClaimNews} from '../claims/claim-news.js';
import {checkId} from '../http/ids.js';
import type {DailyChain} from '../model.js';
import type {Attached, Family, SessionContext} from '../session/context.js';
import {noteTime, timeOf} from '../stores/list-time.js';
import {reloadAtMoments} from '../stores/moments.js';
import {createResource, type ResourceStore} from '../stores/resource.js';
import {fetchDailyChains} from './calls.js';
import {createDayClaims} from './day-claims.js';
import {nextMoment} from './rules.js';

/** What daily chains add to a session. */
export type DailyChainMembers = {
  /**
   * Every daily chain that the player can see. Loads and polls while it has a listener, and again when a day opens and
   * when the player returns to the page: only the server knows which day it is.
   */
  readonly $dailyChains: ResourceStore<readonly DailyChain[]>;
  /**
   * The daily chains as the server shows them without a token, for a page without a signed-in player. Loads and polls
   * while it has a listener; failures appear only in its state. The vendor does not document whether its server
   * answers.
   */
  readonly $publicDailyChains: ResourceStore<readonly DailyChain[]>;
  /**
   * Claims a day for the player. The chain is read first, and no request is sent for a day that cannot be claimed.
   * Calls for a day that is being claimed get the same promise. If the answer is lost, or the server refuses without a
   * reason, the chain is read again: a claimed day is a success. After a lost answer, a day that can still be claimed
   * is claimed again, once. A day that was already claimed is a success.
   *
   * @throws {LiveOpsError} `config` for a bad number; rejects with `not-available` for a day that cannot be claimed
   *   now, `not-found`, `invalid`, `outcome-unknown` …, and with `aborted` once the player has left or the session has
   *   ended: a sent claim may still have been carried out.
   */
  claimDay(chainId: number, stepNumber: number): Promise<void>;
};

export const dailyChains: Family<DailyChainMembers> = {name: 'daily-chains', attach};

function attach(session: SessionContext): Attached<DailyChainMembers> {
  const {clock} = session;
  const $dailyChains = createResource<readonly DailyChain[]>({
    pollMs: session.pollMs,
    clock,
    onError: session.onError,
    load: signal => readChains(session, false, signal),
  });
  const $publicDailyChains = createResource<readonly DailyChain[]>({
    pollMs: session.pollMs,
    clock,
    load: signal => readChains(session, true, signal),
  });
  reloadAtMoments($dailyChains, {
    clock,
    momentOf: chains => nextMoment(chains, timeOf(chains)),
    skewOf: chains => timeOf(chains).skewMs,
  });
  const news = createClaimNews({family: 'daily-chains', clock, changed: $dailyChains.renew});
  onMount($dailyChains, () => news.watch());
  const claimDay = createDayClaims(session, player => news.notify(player));
  return {
    members: {
      $dailyChains,
      $publicDailyChains,
      claimDay: async (chainId, stepNumber) => claimDay(checkId(chainId, 'chainId'), checkId(stepNumber, 'stepNumber')),
    },
    setPlayer: player => news.setPlayer(player),
    refresh: $dailyChains.refresh,
    renew: $dailyChains.renew,
    restart: $dailyChains.restart,
    fail(error) {
      $dailyChains.fail(error);
      // A sign-out doesn't affect public data; the end of the session does.
      if (error.code === 'aborted') $publicDailyChains.fail(error);
    },
    destroy: () => news.close(),
  };
}

async function readChains(
  {http, projectId, serverTime, clock}: SessionContext,
  isPublic: boolean,
  signal: AbortSignal,
): Promise<readonly DailyChain[]> {
  const chains = await fetchDailyChains(http, {projectId, isPublic}, signal);
  noteTime(chains, serverTime(), clock.today());
  return chains;
}
