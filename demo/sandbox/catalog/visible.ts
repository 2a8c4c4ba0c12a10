import type {Player} from '../players/player.js';
import {Chains} from '../reward-chains/chains.js';
import type {World} from '../world/world.js';
import type {SeedCatalogItem} from './seed.js';
import {Shop} from './shop.js';

/** The items that the player sees now: by their own conditions, and by the rules of the personalised catalog. */
export function itemsFor(world: World, player: Player, code?: string): readonly SeedCatalogItem[] {
  const {audience} = world.of(Chains);
  const shown = world.of(Shop).for(player, code);
  return shown.filter(({sku}) => audience.seesItem(player, sku));
}

/** One of {@link itemsFor}. */
export function itemFor(
  world: World,
  player: Player,
  {sku, code}: {readonly sku: string; readonly code?: string | undefined},
): SeedCatalogItem | undefined {
  return itemsFor(world, player, code).find(item => item.sku === sku);
}

/** What is suggested to the player. */
export function upsellFor(world: World, player: Player): readonly SeedCatalogItem[] {
  return world.seed.upsell.flatMap(sku => itemFor(world, player, {sku}) ?? []);
}
