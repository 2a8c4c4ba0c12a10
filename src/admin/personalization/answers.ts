import * as v from 'valibot';
import type {AnsweredCondition} from '../answers/fields.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import {RULE_FIELDS} from './checks.js';
import type {CatalogRule, CatalogRuleInput, CatalogRuleName} from './rule.js';

const names = {
  rule_id: v.number(),
  name: v.string(),
  is_enabled: v.boolean(),
  is_satisfied_for_unauth: v.optional(v.boolean()),
};

const condition: Reader<AnsweredCondition> = v.looseObject({
  attribute: v.string(),
  type: v.string(),
  operator: v.string(),
  value: v.string(),
  can_be_missing: v.optional(v.boolean()),
});

const item = v.looseObject({
  item_id: v.optional(v.number()),
  sku: v.optional(v.string()),
  name: v.optional(v.string()),
  type: v.optional(v.string()),
  bundle_type: v.optional(v.string()),
});

export const created = v.looseObject({rule_id: v.number()});

export const rule: Reader<CatalogRule> = v.looseObject({
  ...names,
  attribute_conditions: v.array(condition),
  items: v.array(item),
});

export const rulePage = v.looseObject({
  items: v.array(rule),
  total_items_count: v.optional(v.number()),
  has_more: v.optional(v.boolean()),
});

export const allRules: Reader<{items: CatalogRuleName[]}> = v.looseObject({items: v.array(v.looseObject(names))});

/** The input that would leave the rule unchanged. */
export function toInput(answer: CatalogRule): CatalogRuleInput {
  const {name, is_enabled, attribute_conditions, items, is_satisfied_for_unauth} = answer;
  return present({
    name,
    is_enabled,
    attribute_conditions,
    items: items.map(({sku, item_id}) => (sku === undefined ? {item_id} : {sku})),
    is_satisfied_for_unauth,
  }) as CatalogRuleInput;
}

/** The fields of the answer that this version does not know. */
export function unknownIn(answer: CatalogRule): object {
  return unknownFields(answer, RULE_FIELDS, ['rule_id']);
}
