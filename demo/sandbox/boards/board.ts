import type {Player} from '../players/player.js';
import type {Chains} from '../reward-chains/chains.js';
import type {Contribution} from '../reward-chains/ledger.js';
import type {SeedChain} from '../reward-chains/seed.js';

/** `get-user-clan-top-contributors` is documented as a top ten. */
const BOARD_ROWS = 10;

/** The board of the player's clan on a clan chain; empty without a clan and on an individual chain. */
export function boardOf(chains: Chains, player: Player, chain: SeedChain): Contribution[] {
  return chain.value_point.is_clan ? chains.contributors(player, chain, BOARD_ROWS) : [];
}
