import {onMount} from 'nanostores';
import {createClaimNews} from '../claims/claim-news.js';
import {checkId} from '../http/ids.js';
import type {OfferChain} from '../offers.js';
import type {Attached, Family, SessionContext} from '../session/context.js';
import {noteTime, timeOf} from '../stores/list-time.js';
import {reloadAtMoments} from '../stores/moments.js';
import {createResource, type ResourceStore} from '../stores/resource.js';
import {fetchOfferChains} from './calls.js';
import {createOfferClaims} from './offer-claims.js';
import {nextMoment} from './rules.js';

/** What offer chains add to a session. */
export type OfferChainMembers = {
  /**
   * Every offer chain that the player can see. Loads and polls while somebody listens, and again when a chain starts again
   * or ends and when the player comes back to the page. A paid step is bought with `orders.order`.
   */
  readonly $offerChains: ResourceStore<readonly OfferChain[]>;
  /**
   * Claims a free step for the player. The chain is read first, and a step that is not free or not next is not sent. Calls
   * for a step that is being claimed get the same promise. If the answer is lost, or the server refuses without saying why,
   * the chain is read: done is a success, and after a lost answer a step that can still be claimed is claimed again, once.
   * Claimed already is a success.
   *
   * @throws {LiveOpsError} `config` for a bad number; rejects with `not-available` for a step that cannot be claimed now,
   *   `not-found`, `invalid`, `outcome-unknown` …, and with `aborted` once the player has left or the session has ended: a
   *   claim that was sent may have been carried out.
   */
  claimOffer(chainId: number, stepNumber: number): Promise<void>;
};

export const offerChains: Family<OfferChainMembers> = {name: 'offer-chains', attach};

function attach(session: SessionContext): Attached<OfferChainMembers> {
  const {http, projectId, clock} = session;
  const $offerChains = createResource<readonly OfferChain[]>({
    pollMs: session.pollMs,
    clock,
    onError: session.onError,
    async load(signal) {
      const chains = await fetchOfferChains(http, projectId, signal);
      noteTime(chains, session.serverTime(), clock.today());
      return chains;
    },
  });
  reloadAtMoments($offerChains, {
    clock,
    momentOf: chains => nextMoment(chains, timeOf(chains)),
    skewOf: chains => timeOf(chains).skewMs,
  });
  const news = createClaimNews({family: 'offer-chains', clock, changed: $offerChains.renew});
  onMount($offerChains, () => news.watch());
  const claimOffer = createOfferClaims(session, player => news.notify(player));
  return {
    members: {
      $offerChains,
      claimOffer: async (chainId, stepNumber) =>
        claimOffer(checkId(chainId, 'chainId'), checkId(stepNumber, 'stepNumber')),
    },
    setPlayer: player => news.setPlayer(player),
    refresh: $offerChains.refresh,
    renew: $offerChains.renew,
    restart: $offerChains.restart,
    fail: $offerChains.fail,
    destroy: () => news.close(),
  };
}
