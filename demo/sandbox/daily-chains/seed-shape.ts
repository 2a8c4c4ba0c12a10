import * as check from '../seed/checks.js';
import {hours, name, optionalText, rewardOf} from '../seed/field-shapes.js';
import type {SeedDailyChain, SeedDailyClaim, SeedDailyItem, SeedDailyStep} from './seed.js';

const MAX_STEPS = 31;
const MAX_ITEMS = 10;

const item: check.Check<SeedDailyItem> = rewardOf<SeedDailyItem>({
  content: check.or(undefined, (value, place) => check.listOf(item)(value, place)),
});

const step = check.object<SeedDailyStep>({
  step_number: check.whole(1),
  items: check.listOf(item, 1, MAX_ITEMS),
});

const chain = check.object<SeedDailyChain>({
  id: check.whole(1),
  name: check.text(),
  description: optionalText,
  order: check.whole(),
  type: check.oneOf('calendar_hard', 'rolling'),
  is_recurrent: check.or(false, check.flag),
  starts_in_hours: hours,
  steps: check.listOf(step, 1, MAX_STEPS),
});

const claim = check.object<SeedDailyClaim>({
  user: name,
  daily_chain_id: check.whole(1),
  step_number: check.whole(1),
  claimed_in_hours: hours,
});

/** The shape of a seed's daily chains in a file. */
export const dailyChainsShape = {
  daily_chains: check.or([], check.listOf(chain)),
  daily_claims: check.or([], check.listOf(claim)),
};
