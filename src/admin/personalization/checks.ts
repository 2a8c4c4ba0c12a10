import * as v from 'valibot';
import {attributeConditions} from '../input/conditions.js';
import {flag, listOf, mapOnly, sku, whole} from '../input/fields.js';

const MAX_ITEMS = 100;

const item = v.pipe(
  v.strictObject({item_id: v.optional(whole(1)), sku: v.optional(sku)}),
  v.check(({item_id, sku: name}) => (item_id === undefined) !== (name === undefined), 'must have a sku or an item_id'),
);

const fields = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^\S[^]{0,254}$/, 'must be 1 to 255 characters, the first no space')),
  is_enabled: v.boolean(),
  attribute_conditions: attributeConditions,
  items: listOf(item, 1, MAX_ITEMS),
  is_satisfied_for_unauth: flag,
});

/** The names of what can be sent. */
export const RULE_FIELDS = Object.keys(fields.entries);

export const ruleInput = fields;
export const rulePatch = mapOnly(v.partial(fields));
