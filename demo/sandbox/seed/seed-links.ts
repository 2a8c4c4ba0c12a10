import {assertCodeLinks} from '../codes/seed-links.js';
import {assertDailyChainLinks} from '../daily-chains/seed-links.js';
import {assertOfferChainLinks} from '../offer-chains/seed-links.js';
import {assertChainLinks} from '../reward-chains/seed-links.js';
import {assertUnique} from './checks.js';
import type {Seed} from './seed.js';

/**
 * Whether the parts of a seed fit one another, which no schema can say.
 *
 * @throws SeedError with the place of the first part that does not.
 */
export function assertLinks(seed: Seed): void {
  assertUnique('players', 'user', seed.players);
  assertChainLinks(seed);
  assertDailyChainLinks(seed);
  assertOfferChainLinks(seed);
  assertCodeLinks(seed);
}
