import {onSet} from 'nanostores';
import {checkId} from '../http/ids.js';
import type {Contributor, ContributorRow} from '../model.js';
import type {RewardChainMembers} from '../reward-chains/family.js';
import type {Attached, Family, SessionContext} from '../session/context.js';
import {createResource, type OwnedResource, type ResourceStore} from '../stores/resource.js';
import {forgetRanks, keepRank} from './last-ranks.js';
import {createBoards} from './boards.js';
import {toContributors, withRankChange} from './contributors.js';
import {fetchTopContributors} from './wire.js';

type Board = OwnedResource<readonly Contributor[]>;

/** What boards add to a session. */
export type BoardMembers = {
  /**
   * The top contributors of the player's clan on a chain, ranked as in competitions (1 2 2 4). Returns the same store
   * for the same chain, so any number of listeners share one request and one timer.
   *
   * @throws {LiveOpsError} `config` for a chain id that is no whole number from 1.
   */
  contributors(chainId: number): ResourceStore<readonly Contributor[]>;
};

export const boards: Family<BoardMembers> = {name: 'boards', attach};

function attach(session: SessionContext): Attached<BoardMembers> {
  const {http, projectId} = session;
  const {$rewardChains} = session.use<RewardChainMembers>('reward-chains');
  const ranks = createRanks(session);
  const toRows = (chainId: number, rows: readonly ContributorRow[], before?: readonly Contributor[]) =>
    withRankChange(toContributors(rows, session.names, before), rank => ranks.changeTo(rank, chainId));
  let failure: Parameters<Board['fail']>[0] | undefined;

  const create = (chainId: number): Board => {
    const board: Board = createResource({
      pollMs: session.pollMs,
      clock: session.clock,
      onError: session.onError,
      async load(signal) {
        const rows = await fetchTopContributors(http, {projectId, chainId}, signal);
        return toRows(chainId, rows, board.value.status === 'ready' ? board.value.value : []);
      },
    });
    if (failure) board.fail(failure);
    return board;
  };

  const all = createBoards({$rewardChains, toRows: chain => toRows(chain.id, chain.topContributors), create});
  const each = (task: (board: Board) => void): void => all.all().forEach(task);
  // `listen()` would count as a listener and load the list.
  onSet($rewardChains, ({newValue}) => {
    if (newValue.status === 'ready' && !newValue.stale) all.seed(newValue.value, newValue.at);
  });

  return {
    members: {contributors: chainId => all.of(checkId(chainId, 'chainId'))},
    setPlayer: player => ranks.setPlayer(player),
    renew: () => each(board => board.renew()),
    restart: () => each(board => board.restart()),
    refresh() {
      failure = undefined;
      each(board => board.refresh());
    },
    fail(error) {
      failure = error;
      each(board => board.fail(error));
    },
  };
}

/** The change of the player's ranks since the last visit; none for a player whom nobody can name, or where the page wants nothing kept. */
function createRanks({$clan, clock, forgetRanks: isForgetting}: SessionContext) {
  let current: string | undefined;
  return {
    setPlayer(player: string | undefined): void {
      current = isForgetting ? undefined : player;
      if (isForgetting && player) forgetRanks(player);
    },
    changeTo: (rank: number, chainId: number): number | undefined =>
      current ? keepRank({player: current, clan: $clan.value ?? '', chainId}, rank, clock.today()) : undefined,
  };
}
