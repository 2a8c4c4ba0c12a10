import {toDate, toUnixTime} from '../world/times.js';
import type {DailyChains} from './daily-chains.js';
import type {SeedDailyChain, SeedDailyItem} from './seed.js';

/** One chain as `get-user-daily-chain-by-id` and `get-daily-chains-list` show it to a player. */
export function toDailyChain(chains: DailyChains, user: string, chain: SeedDailyChain): object {
  const {id, name, description, order, type} = chain;
  const {start, end} = chains.timesOf(chain);
  return {
    id,
    name,
    description,
    order,
    date_start: toDate(start),
    date_end: end === null ? null : toDate(end),
    type,
    steps: chains.daysFor(user, chain).map(({step_number, status, unlockedAt, items}) => ({
      step_number,
      status,
      unlocked_date: unlockedAt === null ? null : toUnixTime(unlockedAt),
      items: items.map(item => toItem(chains, item)),
    })),
  };
}

/** `is_free` refers to the item's price in the catalog, not to the reward; the vendor's examples show `false`. */
function toItem(chains: DailyChains, {content, ...item}: SeedDailyItem): object {
  return {
    item_id: chains.idOf(item.sku),
    ...item,
    is_free: false,
    ...(item.type === 'bundle' && {content: (content ?? []).map(inner => toItem(chains, inner))}),
  };
}
