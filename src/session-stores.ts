import {fetchTopContributors} from './api/contributors.js';
import type {Http} from './api/http.js';
import {fetchRewardChains} from './api/reward-chains.js';
import type {LiveOpsError} from './errors.js';
import type {Contributor, ContributorRow, RewardChain} from './model.js';
import {createBoards} from './state/boards.js';
import type {Clock} from './state/clock.js';
import {toContributors} from './state/contributors.js';
import {createResource, type OwnedResource, type ResourceStore} from './state/resource.js';
import {cleanName} from './text/names.js';

type StoresOptions = {
  http: Http;
  projectId: number;
  ownName: string | undefined;
  pollMs: number;
  clock: Clock;
  /** Hears of every failed request. */
  onError(error: LiveOpsError): void;
};

/** What a session keeps current: the reward chains, and a board for each chain that somebody asked for. */
export type Stores = Pick<OwnedResource<unknown>, 'restart' | 'refresh' | 'renew' | 'fail'> & {
  readonly $rewardChains: ResourceStore<readonly RewardChain[]>;
  board(chainId: number): ResourceStore<readonly Contributor[]>;
};

export function createStores({http, projectId, ownName, ...shared}: StoresOptions): Stores {
  const toRows = (rows: readonly ContributorRow[], before?: readonly Contributor[]): readonly Contributor[] =>
    toContributors(rows, {cleanName, ownName}, before);
  let failure: LiveOpsError | undefined;

  const $rewardChains = createResource<readonly RewardChain[]>({
    ...shared,
    async load(signal) {
      const chains = await fetchRewardChains(http, projectId, signal);
      boards.seed(chains);
      return chains;
    },
  });

  const boards = createBoards({
    $rewardChains,
    toRows: chain => toRows(chain.topContributors),
    create(chainId) {
      const board: OwnedResource<readonly Contributor[]> = createResource({
        ...shared,
        async load(signal) {
          const rows = await fetchTopContributors(http, {projectId, chainId}, signal);
          return toRows(rows, board.value.status === 'ready' ? board.value.value : []);
        },
      });
      if (failure) board.fail(failure);
      return board;
    },
  });

  const all = (): readonly OwnedResource<never>[] => [$rewardChains, ...boards.all()] as OwnedResource<never>[];

  return {
    $rewardChains,
    board: chainId => boards.of(chainId),
    restart: () => all().forEach(store => store.restart()),
    renew: () => all().forEach(store => store.renew()),
    refresh() {
      failure = undefined;
      all().forEach(store => store.refresh());
    },
    fail(error) {
      failure = error;
      all().forEach(store => store.fail(error));
    },
  };
}
