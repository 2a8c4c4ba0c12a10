import type {Player} from '../players/player.js';
import {Chains} from '../reward-chains/chains.js';
import {Upsell} from '../upsell/upsell.js';
import type {World} from '../world/world.js';
import {pricedFor} from './item-view.js';
import type {SeedCatalogItem} from './seed.js';
import {Shop} from './shop.js';

/** The items that the player sees now: by their own conditions, and by the rules of the personalised catalog. */
export function itemsFor(world: World, player: Player, code?: string): readonly SeedCatalogItem[] {
  const {audience} = world.of(Chains);
  const shown = world.of(Shop).for(player, code);
  return shown.filter(({sku}) => (player.user === '' ? audience.visitorsSee(sku) : audience.seesItem(player, sku)));
}

/** One of {@link itemsFor}. */
export function itemFor(
  world: World,
  player: Player,
  {sku, code}: {readonly sku: string; readonly code?: string | undefined},
): SeedCatalogItem | undefined {
  return itemsFor(world, player, code).find(item => item.sku === sku);
}

/** What is suggested to the player; nothing while the upsell is off, or the project has none. */
export function upsellFor(world: World, player: Player): readonly SeedCatalogItem[] {
  const {plan} = world.of(Upsell);
  if (!plan?.is_enabled) return [];
  if (plan.type === 'fixed_list') return plan.items.flatMap(sku => itemFor(world, player, {sku}) ?? []);
  const items = itemsFor(world, player);
  return plan.type === 'most_sellable' ? mostSold(world, items) : items.filter(item => isPromoted(world, player, item));
}

/** The items that were bought at all, the most often bought first. */
function mostSold(world: World, items: readonly SeedCatalogItem[]): readonly SeedCatalogItem[] {
  const sold = (item: SeedCatalogItem): number => world.of(Shop).soldOf(item.sku);
  return items.filter(item => sold(item) > 0).sort((one, other) => sold(other) - sold(one));
}

function isPromoted(world: World, player: Player, item: SeedCatalogItem): boolean {
  return pricedFor(world, player, item, {quantity: 1, code: undefined}).promotions.length > 0;
}
