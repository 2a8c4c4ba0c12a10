import type {Contributor, RewardChain} from '../model.js';
import type {OwnedResource, ResourceStore} from '../stores/resource.js';

type Board = OwnedResource<readonly Contributor[]>;

/** The boards of a session, one for each requested chain. */
export type Boards = {
  of(chainId: number): Board;
  /** Shows the rows that came with the chain list on the boards that have no rows yet. */
  seed(chains: readonly RewardChain[], at?: number): void;
  all(): readonly Board[];
};

export type BoardsOptions = {
  create(chainId: number): Board;
  toRows(chain: RewardChain): readonly Contributor[];
  $rewardChains: ResourceStore<readonly RewardChain[]>;
};

/**
 * The chain list contains the top rows of each chain, so a page that requested the list anyway can render its board
 * from it. An empty list proves nothing: the documented examples leave it out for some chains.
 */
export function createBoards({create, toRows, $rewardChains}: BoardsOptions): Boards {
  const boards = new Map<number, Board>();

  const seed = (chains: readonly RewardChain[], at?: number): void => {
    for (const chain of chains) {
      if (chain.topContributors.length) boards.get(chain.id)?.seed(toRows(chain), at);
    }
  };

  return {
    of(chainId) {
      const known = boards.get(chainId);
      if (known) return known;
      const board = create(chainId);
      boards.set(chainId, board);
      // `value`, not `get()`, which would count as listening and request the list.
      const chains = $rewardChains.value;
      if (chains.status === 'ready') seed(chains.value, chains.at);
      return board;
    },
    seed,
    all: () => [...boards.values()],
  };
}
