import type {Audience, CatalogRule} from '../reward-chains/audience.js';
import type {Condition} from '../players/attribute-conditions.js';
import type {Catalog} from './catalog.js';

/** An item by one of its identifiers. */
export type RuleItem = {readonly item_id?: number; readonly sku?: string};

/** A rule in a request (`create-filter-rule`). */
export type RuleInput = {
  readonly name: string;
  readonly is_enabled: boolean;
  readonly attribute_conditions: readonly Condition[];
  readonly items: readonly RuleItem[];
  readonly is_satisfied_for_unauth?: boolean;
};

/** A stored rule. */
export type Rule = Required<RuleInput> & {readonly rule_id: number};

/** The rules of the personalised catalog. Each change takes effect in the world, and so for players, at once. */
export class Rules {
  readonly #rules = new Map<number, Rule>();
  readonly #audience: Audience;
  readonly #catalog: Catalog;
  #nextId = 1;

  constructor(audience: Audience, catalog: Catalog) {
    this.#audience = audience;
    this.#catalog = catalog;
    this.#publish();
  }

  get all(): readonly Rule[] {
    return [...this.#rules.values()];
  }

  get(id: number): Rule | undefined {
    return this.#rules.get(id);
  }

  create(input: RuleInput): number {
    const rule_id = this.#nextId++;
    this.replace(rule_id, input);
    return rule_id;
  }

  /** Fields missing from the input are reset to their defaults. */
  replace(rule_id: number, input: RuleInput): void {
    this.#rules.set(rule_id, {is_satisfied_for_unauth: false, ...input, rule_id});
    this.#publish();
  }

  delete(rule_id: number): void {
    this.#rules.delete(rule_id);
    this.#publish();
  }

  #publish(): void {
    this.#audience.rules = this.all.map(rule => this.#toCatalogRule(rule));
  }

  #toCatalogRule({is_enabled, attribute_conditions, items, is_satisfied_for_unauth}: Rule): CatalogRule {
    const skus = items.map(({sku, item_id}) => sku ?? this.#catalog.findById(item_id ?? 0)?.sku);
    return {
      is_enabled,
      attribute_conditions,
      is_satisfied_for_unauth,
      skus: new Set(skus.filter(sku => sku !== undefined)),
    };
  }
}
