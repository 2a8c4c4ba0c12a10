import type {DailyChain} from '../model.js';
import type {Attached, Family, SessionContext} from '../session/context.js';
import {noteTime, timeOf} from '../stores/list-time.js';
import {reloadAtMoments} from '../stores/moments.js';
import {createResource, type ResourceStore} from '../stores/resource.js';
import {fetchDailyChains} from './calls.js';
import {nextMoment} from './rules.js';

/** What daily chains add to a session. */
export type DailyChainMembers = {
  /**
   * Every daily chain that the player can see. Loads and polls while somebody listens, and again at the moment at which a
   * day opens and when the player comes back to the page: which day it is, only the server says.
   */
  readonly $dailyChains: ResourceStore<readonly DailyChain[]>;
};

export const dailyChains: Family<DailyChainMembers> = {name: 'daily-chains', attach};

function attach(session: SessionContext): Attached<DailyChainMembers> {
  const {http, projectId, clock} = session;
  const $dailyChains = createResource<readonly DailyChain[]>({
    pollMs: session.pollMs,
    clock,
    onError: session.onError,
    async load(signal) {
      const chains = await fetchDailyChains(http, projectId, signal);
      noteTime(chains, session.serverTime(), clock.today());
      return chains;
    },
  });
  reloadAtMoments($dailyChains, {
    clock,
    momentOf: chains => nextMoment(chains, timeOf(chains)),
    skewOf: chains => timeOf(chains).skewMs,
  });
  return {
    members: {$dailyChains},
    refresh: $dailyChains.refresh,
    renew: $dailyChains.renew,
    restart: $dailyChains.restart,
    fail: $dailyChains.fail,
  };
}
