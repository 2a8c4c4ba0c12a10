import type {Seed} from './seed.js';
import type {SeedReward} from './fields.js';

/** An item of the project. */
export type SeedItem = Omit<SeedReward, 'quantity' | 'attribute_conditions'>;

/** An item of a day or an offer, with what is in it. */
export type SeedContent = Omit<SeedReward, 'attribute_conditions'> & {readonly content?: readonly SeedContent[]};

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

/** The gifts of the seed's promotions. */
export function giftItems({promotions}: Pick<Seed, 'promotions'>): readonly SeedItem[] {
  return promotions.flatMap(({bonus}) => bonus.map(toItem));
}

/** The numbers of these items, by their SKUs. */
export function itemIds(seed: Chains): ReadonlyMap<string, number> {
  return new Map(seedItems(seed).map(({sku}, index) => [sku, index + 1]));
}

/**
 * What the seed says is in its bundles, by their SKUs. Chains may differ about a bundle; then the family that asks is
 * right.
 */
export function bundleContents(
  {daily_chains, offer_chains}: Chains,
  family: 'daily' | 'offer',
): ReadonlyMap<string, readonly SeedContent[]> {
  const days = daily_chains.flatMap(({steps}) => steps.flatMap(({items}): readonly SeedContent[] => items));
  const offers = offer_chains.flatMap(({steps}) => steps.map(({item}): SeedContent => item));
  const inOrder = family === 'daily' ? [...offers, ...days] : [...days, ...offers];
  const bundles = inOrder.flatMap(({sku, content}) => (content ? [[sku, content] as const] : []));
  return new Map(bundles);
}

function withContent(item: Given): Given[] {
  return [item, ...(item.content ?? []).flatMap(withContent)];
}

function toItem({sku, name, type, description, image_url, bundle_type}: Given): SeedItem {
  return {sku, name, type, description, image_url, ...(bundle_type && {bundle_type})};
}
