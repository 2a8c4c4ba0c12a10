import type {Player} from '../players/player.js';
import {Chains} from '../reward-chains/chains.js';
import {toDate, toUnixTime} from '../world/times.js';
import type {World} from '../world/world.js';
import {OfferChains, stepsOf} from './offer-chains.js';
import type {SeedOfferChain, SeedOfferItem, SeedOfferPoints, SeedOfferStep} from './seed.js';

/** One chain as `get-user-offer-chain-by-id`, and in a page `get-offer-chains-list`, shows it to a player. */
export function toOfferChain(world: World, {user}: Player, chain: SeedOfferChain): object {
  const chains = world.of(OfferChains);
  const {id, name, description, order, recurrent_schedule: schedule} = chain;
  const {start, end} = chains.timesOf(chain);
  return {
    id,
    name,
    description,
    order,
    date_start: toDate(start),
    date_end: end === null ? null : toDate(end),
    next_step_number: chains.nextOf(user, chain)?.step_number ?? null,
    recurrent_schedule: schedule && {
      interval_type: schedule.interval_type,
      reset_next_date: toUnixTime(chains.roundOf(chain).next),
    },
    steps: stepsOf(chain).map(step => toStep(world, step, chains.has(user, chain, step))),
  };
}

function toStep(world: World, {step_number, price, item, points = []}: SeedOfferStep, is_claimed: boolean): object {
  return {
    step_number,
    is_free: price === null,
    is_claimed,
    step_price: price,
    items: [{...toItem(world.of(OfferChains), item), order: 1}],
    step_vp_rewards: points.flatMap(point => toPoints(world, point)),
    step_loyalty_rewards: [],
  };
}

/** `is_free` is the catalog's price tag, and says nothing of the step. */
function toItem(chains: OfferChains, {content, bundle_type, ...item}: SeedOfferItem): object {
  return {
    item_id: chains.idOf(item.sku),
    ...item,
    bundle_type: bundle_type ?? null,
    is_free: false,
    content: item.type === 'bundle' ? (content ?? []).map(inner => toItem(chains, inner)) : null,
  };
}

/** A value point has the number of its reward chain. */
function toPoints(world: World, {reward_chain_id, amount}: SeedOfferPoints): object[] {
  const point = world.of(Chains).get(reward_chain_id)?.value_point;
  if (!point) return [];
  const {sku, name, image_url, is_clan} = point;
  return [{item_id: reward_chain_id, sku, amount, name, image_url, is_clan}];
}
