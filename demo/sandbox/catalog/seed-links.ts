import type {RewardChainsSeed} from '../reward-chains/seed.js';
import {assertUnique, SeedError} from '../seed/checks.js';
import type {CatalogSeed} from './seed.js';

/**
 * Whether what a seed says of the catalog fits together, and with its reward chains.
 *
 * @throws SeedError with the place of the first part that does not.
 */
export function assertCatalogLinks(seed: CatalogSeed & Pick<RewardChainsSeed, 'chains'>): void {
  const {catalog_items, promotions, upsell, purchases} = seed;
  assertUnique('catalog_items', 'sku', catalog_items);
  assertUnique('promotions', 'id', promotions);
  assertPoints(seed);
  const known = new Set(catalog_items.map(({sku}) => sku));
  const assertKnown = (place: string, sku: string): void => {
    if (!known.has(sku)) throw new SeedError(place, 'must be the SKU of an item in catalog_items');
  };
  promotions.forEach(({skus}, at) =>
    skus.forEach((sku, index) => assertKnown(`promotions[${at}].skus[${index}]`, sku)),
  );
  upsell.forEach((sku, index) => assertKnown(`upsell[${index}]`, sku));
  purchases.forEach(({sku}, index) => assertKnown(`purchases[${index}].sku`, sku));
}

function assertPoints({catalog_items, chains}: CatalogSeed & Pick<RewardChainsSeed, 'chains'>): void {
  const rewardChains = new Set(chains.map(({reward_chain_id}) => reward_chain_id));
  catalog_items.forEach(({points}, item) =>
    points.forEach(({reward_chain_id}, index) => {
      if (rewardChains.has(reward_chain_id)) return;
      throw new SeedError(`catalog_items[${item}].points[${index}].reward_chain_id`, 'must be the id of a chain');
    }),
  );
}
