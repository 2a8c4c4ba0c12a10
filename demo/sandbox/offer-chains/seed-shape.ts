import * as check from '../seed/checks.js';
import {conditions, hours, name, optionalText, rewardOf} from '../seed/field-shapes.js';
import type {
  SeedOfferChain,
  SeedOfferClaim,
  SeedOfferItem,
  SeedOfferPoints,
  SeedOfferSchedule,
  SeedOfferStep,
} from './seed.js';

const MAX_STEPS = 30;
const MAX_POINTS = 10;
const MOST_EXPENSIVE = 1_000_000;

const item: check.Check<SeedOfferItem> = rewardOf<SeedOfferItem>({
  content: check.or(undefined, (value, place) => check.listOf(item)(value, place)),
});

const amount = check.valueOf(
  `an amount above 0 and up to ${MOST_EXPENSIVE}`,
  (value): value is number => typeof value === 'number' && value > 0 && value <= MOST_EXPENSIVE,
);

const price = check.object({
  amount,
  currency: check.text('three capital letters, the ISO 4217 code of a currency', /^[A-Z]{3}$/),
});

const points = check.object<SeedOfferPoints>({reward_chain_id: check.whole(1), amount: check.whole(1)});

const step = check.object<SeedOfferStep>({
  step_number: check.whole(1),
  price: check.orNull(price),
  item,
  points: check.or(undefined, check.listOf(points, 1, MAX_POINTS)),
});

const schedule = check.object<SeedOfferSchedule>({
  interval_type: check.oneOf('hourly', 'weekly', 'monthly'),
  resets_in_hours: hours,
});

const chain = check.object<SeedOfferChain>({
  id: check.whole(1),
  name: check.text(),
  description: optionalText,
  order: check.whole(),
  starts_in_hours: hours,
  ends_in_hours: check.orNull(hours),
  recurrent_schedule: check.orNull(schedule),
  steps: check.listOf(step, 1, MAX_STEPS),
  attribute_conditions: conditions,
  is_always_visible: check.or(undefined, check.flag),
});

const claim = check.object<SeedOfferClaim>({
  user: name,
  offer_chain_id: check.whole(1),
  step_number: check.whole(1),
  claimed_in_hours: hours,
});

/** What a seed's offer chains must look like in a file. */
export const offerChainsShape = {
  offer_chains: check.or([], check.listOf(chain)),
  offer_claims: check.or([], check.listOf(claim)),
};
