import {onMount} from 'nanostores';
import {createClaimNews} from '../claims/claim-news.js';
import {checkId} from '../http/ids.js';
import type {RewardChain, ValuePoint} from '../model.js';
import type {Attached, Family, SessionContext} from '../session/context.js';
import {createResource, type ResourceStore} from '../stores/resource.js';
import {noteTime} from '../stores/list-time.js';
import {hidesNames, type NameRules, showNames} from '../boards/shown-names.js';
import {fetchBalance, fetchRewardChains} from './calls.js';
import {createStepClaims} from './step-claims.js';

/** What reward chains add to a session. */
export type RewardChainMembers = {
  /** Every reward chain that the player can see. Loads and polls while it has a listener. */
  readonly $rewardChains: ResourceStore<readonly RewardChain[]>;
  /**
   * Claims a step for the player. Calls for a step that is being claimed get the same promise. If the answer is lost,
   * the chain is read: a claimed step is a success, and a step that can still be claimed is claimed again, once. A step
   * that was already claimed is a success.
   *
   * @throws {LiveOpsError} `config` for a bad id; rejects with `not-enough-points`, `not-found`, `outcome-unknown` …,
   *   and with `aborted` once the player has left or the session has ended: a sent claim may still have been carried
   *   out.
   */
  claimStep(chainId: number, stepId: number): Promise<void>;
  /**
   * Requests the current points of one chain. @throws {LiveOpsError} `config` for a bad id; rejects when the call
   * fails.
   */
  balance(chainId: number): Promise<ValuePoint>;
};

export const rewardChains: Family<RewardChainMembers> = {name: 'reward-chains', attach};

function attach(session: SessionContext): Attached<RewardChainMembers> {
  const {http, projectId} = session;
  const readChains = async (signal: AbortSignal): Promise<readonly RewardChain[]> => {
    const chains = await fetchRewardChains(http, projectId, signal);
    noteTime(chains, session.serverTime(), session.clock.today());
    // With the server's names, which distinguish one clan from another.
    session.chainsRead(chains);
    if (!hidesNames(session.names)) return chains;
    const shown = withShownNames(chains, session.names);
    noteTime(shown, session.serverTime(), session.clock.today());
    return shown;
  };
  const $rewardChains = createResource<readonly RewardChain[]>({
    pollMs: session.pollMs,
    clock: session.clock,
    onError: session.onError,
    load: readChains,
  });
  const news = createClaimNews({family: 'reward-chains', clock: session.clock, changed: $rewardChains.renew});
  onMount($rewardChains, () => news.watch());
  const claimStep = createStepClaims(session, readChains, player => news.notify(player));
  return {
    members: {
      $rewardChains,
      claimStep: async (chainId, stepId) => claimStep(checkId(chainId, 'chainId'), checkId(stepId, 'stepId')),
      async balance(chainId) {
        const chain = {projectId, chainId: checkId(chainId, 'chainId')};
        return fetchBalance(http, chain, session.life()).catch(session.fail);
      },
    },
    setPlayer: player => news.setPlayer(player),
    refresh: $rewardChains.refresh,
    renew: $rewardChains.renew,
    restart: $rewardChains.restart,
    fail: $rewardChains.fail,
    destroy: () => news.close(),
  };
}

/** The chains as the page sees them, without the names that it hides. */
function withShownNames(chains: readonly RewardChain[], rules: NameRules): readonly RewardChain[] {
  return chains.map(chain => ({...chain, topContributors: showNames(chain.topContributors, rules)}));
}
