import type {CatalogSeed} from '../catalog/seed.js';
import type {CodesSeed} from '../codes/seed.js';
import type {DailyChainsSeed} from '../daily-chains/seed.js';
import type {OfferChainsSeed} from '../offer-chains/seed.js';
import type {RewardChainsSeed} from '../reward-chains/seed.js';

/** A player and their clan, as attribute and as membership; `null` means no clan. */
export type SeedPlayer = {readonly user: string; readonly clan: string | null};

/** The project and its players. */
export type ProjectSeed = {
  readonly project_id: number;
  readonly players: readonly SeedPlayer[];
};

/** The initial state of the sandbox: plain data that fits in a JSON file. */
export type Seed = ProjectSeed & RewardChainsSeed & DailyChainsSeed & OfferChainsSeed & CatalogSeed & CodesSeed;
