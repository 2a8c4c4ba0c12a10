import * as check from '../seed/checks.js';
import {hours, name, rewardOf, sku} from '../seed/field-shapes.js';
import type {SeedCode, SeedCodeUse, SeedGift, SeedUnit} from './seed.js';

const MOST_GIFTS = 20;
const WHOLE_PRICE = 100;

const codeText = check.text('1 to 128 letters and digits', /^[a-zA-Z0-9]{1,128}$/);

const key = check.object<SeedUnit['keys'][number]>({sku, drm_name: name, drm_sku: sku});

const unit = check.object<SeedUnit>({sku, name, keys: check.listOf(key, 1, MOST_GIFTS)});

const discount = check.valueOf(
  `a percentage above 0 and up to ${WHOLE_PRICE}`,
  (value): value is number => typeof value === 'number' && value > 0 && value <= WHOLE_PRICE,
);

const code = check.object<SeedCode>({
  code: codeText,
  type: check.oneOf('coupon', 'promocode', 'unique_catalog_offer'),
  starts_in_hours: check.orNull(hours),
  ends_in_hours: check.orNull(hours),
  user_limit: check.orNull(check.whole(1)),
  total_limit: check.orNull(check.whole(1)),
  countries: check.orNull(check.listOf(check.text('two capital letters', /^[A-Z]{2}$/), 1, 300)),
  bonus: check.or([], check.listOf(rewardOf<SeedGift>({}), 0, MOST_GIFTS)),
  units: check.or([], check.listOf(unit, 0, MOST_GIFTS)),
  discount: check.orNull(discount),
});

const use = check.object<SeedCodeUse>({user: name, code: codeText, times: check.whole(1)});

/** What a seed's codes must look like in a file. */
export const codesShape = {
  codes: check.or([], check.listOf(code)),
  code_uses: check.or([], check.listOf(use)),
};
