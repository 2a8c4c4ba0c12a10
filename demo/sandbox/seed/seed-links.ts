import {assertCatalogLinks} from '../catalog/seed-links.js';
import {assertCodeLinks} from '../codes/seed-links.js';
import {assertDailyChainLinks} from '../daily-chains/seed-links.js';
import {assertOfferChainLinks} from '../offer-chains/seed-links.js';
import {assertChainLinks} from '../reward-chains/seed-links.js';
import {assertUnique} from './checks.js';
import type {Seed} from './seed.js';

/**
 * Checks that the parts of a seed are consistent, which a schema can't express.
 *
 * @throws SeedError with the path of the first part that is not.
 */
export function assertLinks(seed: Seed): void {
  assertUnique('players', 'user', seed.players);
  assertChainLinks(seed);
  assertDailyChainLinks(seed);
  assertOfferChainLinks(seed);
  assertCatalogLinks(seed);
  assertCodeLinks(seed);
}
