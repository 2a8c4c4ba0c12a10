import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {flagOf, type PageOptions, rowsOf} from '../connection/pages.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
import {allRules, created, rule, rulePage, toInput, unknownIn} from './answers.js';
import {ruleInput, rulePatch} from './checks.js';
import type {CatalogRule, CatalogRuleInput, CatalogRuleName} from './rule.js';

/** The rules of the personalised catalog: which players see which items. */
export type Personalization = {
  /** Page by page (`get-filter-rules`). */
  list(options?: PageOptions & {enabled?: boolean | undefined}): AsyncIterable<CatalogRule>;
  /** All rules with one request, without conditions and items (`get-all-filter-rules`). */
  all(): Promise<readonly CatalogRuleName[]>;
  get(ruleId: number): Promise<CatalogRule>;
  /** Not idempotent: a second call creates another rule (`create-filter-rule`). */
  create(input: CatalogRuleInput): Promise<{rule_id: number}>;
  /** Replaces everything: fields missing from the input are reset to their defaults (`update-filter-rule-by-id`). */
  replace(ruleId: number, input: CatalogRuleInput): Promise<void>;
  /** Changes only the given fields (`patch-filter-rule-by-id`). */
  patch(
    ruleId: number,
    fields: {readonly [Name in keyof CatalogRuleInput]?: CatalogRuleInput[Name] | undefined},
  ): Promise<void>;
  /**
   * Reads, lets `how` return the new version, and replaces. Only what `how` changes is checked; the rest is sent back
   * unchanged. If two changes run at the same time, the later one wins.
   */
  change(
    ruleId: number,
    how: (current: CatalogRuleInput) => CatalogRuleInput | Promise<CatalogRuleInput>,
  ): Promise<void>;
  delete(ruleId: number): Promise<void>;
};

const LIST = ['user', 'attribute', 'rule'];

/** @param sendCall - Takes paths below the project's `admin`. */
export function createPersonalization(sendCall: SendCall): Personalization {
  const pathOf = (ruleId: number) => [...LIST, checked(whole(1), ruleId, 'ruleId')] as const;

  const get = async (ruleId: number): Promise<CatalogRule> =>
    read(rule, await sendCall({method: 'GET', path: pathOf(ruleId)}));

  return {
    get,
    list: options =>
      rowsOf(async window => {
        const query = {...window, is_enabled: flagOf(options)};
        const {items, total_items_count, has_more} = read(rulePage, await sendCall({method: 'GET', path: LIST, query}));
        return {rows: items, total: total_items_count, hasMore: has_more};
      }, options),
    async all() {
      return read(allRules, await sendCall({method: 'GET', path: [...LIST, 'all']})).items;
    },
    async create(input) {
      return read(created, await sendCall({method: 'POST', path: LIST, body: checked(ruleInput, input)}));
    },
    async replace(ruleId, input) {
      await sendCall({method: 'PUT', path: pathOf(ruleId), body: checked(ruleInput, input)});
    },
    async patch(ruleId, fields) {
      await sendCall({method: 'PATCH', path: pathOf(ruleId), body: checked(rulePatch, fields)});
    },
    async change(ruleId, how) {
      const current = await get(ruleId);
      const next = await editedBy({current: toInput(current), how, schemaOf: () => ruleInput});
      await sendCall({method: 'PUT', path: pathOf(ruleId), body: {...unknownIn(current), ...next}});
    },
    async delete(ruleId) {
      await sendCall({method: 'DELETE', path: pathOf(ruleId)});
    },
  };
}
