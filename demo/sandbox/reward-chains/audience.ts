import {areMet, type Condition} from '../players/attribute-conditions.js';
import {meantFor} from '../players/audience.js';
import type {Player} from '../players/player.js';
import type {SeedReward} from '../seed/fields.js';
import type {SeedChain} from './seed.js';

/** A rule of the personalised catalog, with the fields that decide which players see an item. */
export type CatalogRule = {
  readonly is_enabled: boolean;
  /** Whether visitors who are not signed in see the items. */
  readonly is_satisfied_for_unauth: boolean;
  readonly attribute_conditions: readonly Condition[];
  /** The items for players who meet the conditions. */
  readonly skus: ReadonlySet<string>;
};

/**
 * Which chains and rewards a player sees.
 *
 * {@link meantFor} decides who sees a chain. A reward is for players who meet its own conditions and, if its item is in
 * enabled rules, those of at least one rule; the meaning of several rules for one item is not documented.
 */
export class Audience {
  /** The rules of the project, enabled or not. */
  rules: readonly CatalogRule[] = [];

  copy(): Audience {
    const copy = new Audience();
    copy.rules = this.rules;
    return copy;
  }

  chainsFor(player: Player, chains: readonly SeedChain[]): SeedChain[] {
    return meantFor(player, chains);
  }

  rewardsFor(player: Player, rewards: readonly SeedReward[]): SeedReward[] {
    return rewards.filter(reward => this.#sees(player, reward));
  }

  /** Whether visitors who are not signed in see the item: without a rule, or by one that lets them. */
  visitorsSee(sku: string): boolean {
    const rules = this.#rulesFor(sku);
    return rules.length === 0 || rules.some(({is_satisfied_for_unauth}) => is_satisfied_for_unauth);
  }

  /** Whether the rules of the catalog, if any are about the item, let the player see it. */
  seesItem({attributes}: Player, sku: string): boolean {
    const rules = this.#rulesFor(sku);
    return rules.length === 0 || rules.some(rule => areMet(rule.attribute_conditions, attributes));
  }

  #rulesFor(sku: string): readonly CatalogRule[] {
    return this.rules.filter(({is_enabled, skus}) => is_enabled && skus.has(sku));
  }

  #sees(player: Player, {sku, attribute_conditions}: SeedReward): boolean {
    return this.seesItem(player, sku) && areMet(attribute_conditions, player.attributes);
  }
}
