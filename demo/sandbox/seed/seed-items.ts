import type {Seed} from './seed.js';
import type {SeedReward} from './fields.js';

/** An item of the project. */
export type SeedItem = Omit<SeedReward, 'quantity' | 'attribute_conditions'>;

type Chains = Pick<Seed, 'chains' | 'daily_chains' | 'offer_chains' | 'catalog_items'>;
type Given = SeedItem & {readonly content?: readonly Given[]};

/** The items that the seed's chains grant and its catalog sells, each once, in order of first appearance. */
export function seedItems({chains, daily_chains, offer_chains, catalog_items}: Chains): readonly SeedItem[] {
  const rewards = chains.flatMap(({steps}) => steps.flatMap(({reward}): readonly Given[] => reward));
  const days = daily_chains.flatMap(({steps}) => steps.flatMap(({items}): readonly Given[] => items));
  const offers = offer_chains.flatMap(({steps}) => steps.map(({item}): Given => item));
  const items = new Map<string, SeedItem>();
  for (const item of [...rewards, ...days, ...offers, ...catalog_items].flatMap(withContent)) {
    if (!items.has(item.sku)) items.set(item.sku, toItem(item));
  }
  return [...items.values()];
}

/** The numbers of these items, by their SKUs. */
export function itemIds(seed: Chains): ReadonlyMap<string, number> {
  return new Map(seedItems(seed).map(({sku}, index) => [sku, index + 1]));
}

function withContent(item: Given): Given[] {
  return [item, ...(item.content ?? []).flatMap(withContent)];
}

function toItem({sku, name, type, description, image_url, bundle_type}: Given): SeedItem {
  return {sku, name, type, description, image_url, ...(bundle_type && {bundle_type})};
}
