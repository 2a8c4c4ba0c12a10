import type {Player} from './player.js';
import type {SeedChain, SeedReward, SeedStep, SeedValuePoint} from './seed.js';
import type {World} from './world.js';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** A value point as answered by `get-user-reward-chain-balance` and, inside a chain, by `get-reward-chains-list`. */
export type ValuePointView = SeedValuePoint & {readonly amount: number};

/** What the player has on one chain, as `get-user-reward-chain-balance` answers it. */
export function toBalance(world: World, player: Player, chain: SeedChain): ValuePointView {
  return {...chain.value_point, amount: world.points(player, chain)};
}

/**
 * One item of `get-reward-chains-list` as the player sees it.
 *
 * @param startedAt - What the seed's hours count from, milliseconds since 1970.
 */
export function toChainItem(world: World, player: Player, chain: SeedChain, startedAt: number): object {
  const {starts_in_hours, ends_in_hours, value_point, steps, recurrent_schedule, ...texts} = chain;
  return {
    ...texts,
    date_start: toDate(startedAt + starts_in_hours * HOUR),
    date_end: ends_in_hours === null ? null : toDate(startedAt + ends_in_hours * HOUR),
    value_point: toBalance(world, player, chain),
    top_contributors: world.board(player, chain),
    steps: steps.map(step => toStep(step, world.hasClaimed(player, chain, step))),
    recurrent_schedule: recurrent_schedule && {
      interval_type: recurrent_schedule.interval_type,
      reset_next_date: Math.floor((startedAt + recurrent_schedule.resets_in_hours * HOUR) / SECOND),
    },
  };
}

function toStep(step: SeedStep, isClaimed: boolean): object {
  return {...step, is_claimed: isClaimed, reward: step.reward.map(withoutBundleType)};
}

/** The vendor documents `bundle_type` for `user-clan-update` and not for the steps of a chain. */
function withoutBundleType({bundle_type: _, ...reward}: SeedReward): object {
  return reward;
}

/** The vendor writes dates without a fraction and with a numeric offset. */
function toDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, '+00:00');
}
