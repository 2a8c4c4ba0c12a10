import {catalogShape} from '../catalog/seed-shape.js';
import {codesShape} from '../codes/seed-shape.js';
import {dailyChainsShape} from '../daily-chains/seed-shape.js';
import {offerChainsShape} from '../offer-chains/seed-shape.js';
import {rewardChainsShape} from '../reward-chains/seed-shape.js';
import * as check from './checks.js';
import {clan, name} from './field-shapes.js';
import type {Seed, SeedPlayer} from './seed.js';

/*
 * The shape of a seed in a file; `schema/seed.json` is the same for editors, and a test compares the two. A nullable
 * field may be left out. Bounds are those of the vendor's answers, and a century for times.
 */

/** A seed in a file: editors find the schema through `$schema`. */
export const seedShape = check.object<Seed & {readonly $schema?: string}>({
  $schema: check.or(undefined, check.text()),
  project_id: check.whole(1),
  players: check.or([], check.listOf(check.object<SeedPlayer>({user: name, clan}))),
  ...rewardChainsShape,
  ...dailyChainsShape,
  ...offerChainsShape,
  ...catalogShape,
  ...codesShape,
});
