import type {LiveOpsError} from '../../src/errors.js';
import type {Contributor, Resource, RewardChain} from '../../src/model.js';
import type {Failure} from '../shared/failure.js';

/** All that decides what the board shows. */
export type BoardFacts = {
  /** Whether a session is there, and why not. */
  hasSession: boolean;
  error: LiveOpsError | undefined;
  /** The chain list, where the board needs it. */
  chainList: Resource<readonly RewardChain[]> | undefined;
  /** The chain that the board is about, where it is in the list. */
  chain: RewardChain | undefined;
  board: Resource<readonly Contributor[]> | undefined;
  /** The player's clan; `null` for none, `undefined` for unknown. */
  clan: string | null | undefined;
};

/** What the board shows, one kind at a time. */
export type BoardView =
  | {kind: 'skeleton'; loading: boolean}
  | {kind: 'rows'}
  | {kind: 'empty'; why: 'nobody' | 'no-clan' | 'unknown-clan' | 'no-chain'; chain: RewardChain | undefined}
  | {kind: 'failed'; failure: Failure};

/** The state of the board from the states below it; the first line that applies decides. */
export function toBoardView(facts: BoardFacts): BoardView {
  const {hasSession, error, chainList, board} = facts;
  if (error) return {kind: 'failed', failure: error};
  if (!hasSession) return {kind: 'skeleton', loading: false};
  if (board?.status === 'ready' && board.value.length) return {kind: 'rows'};
  if (board?.status === 'ready') return {kind: 'empty', why: whyEmpty(facts.clan), chain: facts.chain};
  if (board?.status === 'failed') return {kind: 'failed', failure: board.error};
  if (!board && chainList?.status === 'failed') return {kind: 'failed', failure: chainList.error};
  if (!board && chainList?.status === 'ready') return {kind: 'empty', why: 'no-chain', chain: undefined};
  return {kind: 'skeleton', loading: true};
}

/** The answer is empty for a clan without contributions and for a player without a clan alike. */
function whyEmpty(clan: string | null | undefined): 'nobody' | 'no-clan' | 'unknown-clan' {
  if (clan === undefined) return 'unknown-clan';
  return clan === null ? 'no-clan' : 'nobody';
}
