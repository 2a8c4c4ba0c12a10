import {boardOf} from '../boards/board.js';
import {toDate, toUnixTime} from '../world/times.js';
import type {Player} from '../players/player.js';
import type {SeedReward} from '../seed/fields.js';
import type {SeedChain, SeedStep, SeedValuePoint} from './seed.js';
import type {World} from '../world/world.js';
import {Chains} from './chains.js';

/** A value point in the answer to `get-user-reward-chain-balance` and, inside a chain, to `get-reward-chains-list`. */
export type ValuePointView = SeedValuePoint & {readonly amount: number};

/** The player's points on one chain, as in the answer to `get-user-reward-chain-balance`. */
export function toBalance(chains: Chains, player: Player, chain: SeedChain): ValuePointView {
  return {...chain.value_point, amount: chains.points(player, chain)};
}

/** One item of `get-reward-chains-list` for the player; `boards` is the world from which its board is read. */
export function toChainItem(world: World, player: Player, chain: SeedChain, boards = world): object {
  const chains = world.of(Chains);
  const {starts_in_hours: _, ends_in_hours: __, value_point, steps, recurrent_schedule, ...rest} = chain;
  const {attribute_conditions: ___, is_always_visible: ____, ...texts} = rest;
  const {start, end, nextReset} = chains.calendar.planOf(chain);
  return {
    ...texts,
    date_start: toDate(start),
    date_end: end === null ? null : toDate(end),
    value_point: toBalance(chains, player, chain),
    top_contributors: boardOf(boards.of(Chains), boards.player(player.user), chain),
    steps: steps.map(step => toStep(step, chains.hasClaimed(player, chain, step), chains.rewardsFor(player, step))),
    recurrent_schedule: recurrent_schedule && {
      interval_type: recurrent_schedule.interval_type,
      reset_next_date: nextReset === null ? null : toUnixTime(nextReset),
    },
  };
}

function toStep(step: SeedStep, isClaimed: boolean, rewards: readonly SeedReward[]): object {
  return {...step, is_claimed: isClaimed, reward: rewards.map(toStepReward)};
}

/** The vendor documents `bundle_type` for `user-clan-update` and not for the steps of a chain. */
function toStepReward({bundle_type: _, ...reward}: SeedReward): object {
  return toReward(reward);
}

/** A reward as players see it, without its conditions. */
export function toReward({attribute_conditions: _, ...reward}: SeedReward): object {
  return reward;
}
