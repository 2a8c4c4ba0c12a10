import type {AnsweredCondition} from '../answers/fields.js';
import type {AttributeConditions} from '../input/conditions.js';

/** An item of a rule, by one of its two identifiers. */
export type RuleItem =
  {readonly sku: string; readonly item_id?: undefined} | {readonly item_id: number; readonly sku?: undefined};

/** A rule of the personalised catalog: its items are for players who meet its conditions. */
export type CatalogRuleInput = {
  /** A display name, 1 to 255 characters, not starting with a space. */
  readonly name: string;
  readonly is_enabled: boolean;
  readonly attribute_conditions: AttributeConditions;
  /** 1 to 100 items. */
  readonly items: readonly RuleItem[];
  /** Whether visitors who are not signed in see the items. Default `false`. */
  readonly is_satisfied_for_unauth?: boolean | undefined;
};

/** A rule in the vendor's answer (`get-filter-rule-by-id`). */
export type CatalogRule = CatalogRuleName & {
  readonly attribute_conditions: readonly AnsweredCondition[];
  readonly items: readonly {
    readonly item_id?: number | undefined;
    readonly sku?: string | undefined;
    readonly name?: string | undefined;
    readonly type?: string | undefined;
    readonly bundle_type?: string | undefined;
  }[];
};

/** A rule in the list of all rules (`get-all-filter-rules`). */
export type CatalogRuleName = {
  readonly rule_id: number;
  readonly name: string;
  readonly is_enabled: boolean;
  readonly is_satisfied_for_unauth?: boolean | undefined;
};
