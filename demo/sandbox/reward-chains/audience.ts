import {areMet, type Condition} from '../players/attribute-conditions.js';
import type {Player} from '../players/player.js';
import type {SeedReward} from '../seed/fields.js';
import type {SeedChain} from './seed.js';

/** A rule of the personalised catalog, as far as it decides who sees what. */
export type CatalogRule = {
  readonly is_enabled: boolean;
  readonly attribute_conditions: readonly Condition[];
  /** The items that are for players who meet the conditions. */
  readonly skus: ReadonlySet<string>;
};

/**
 * Which chains and rewards a player sees.
 *
 * A chain with conditions is for players who meet them. One without is for everybody, or, with `is_always_visible: false`,
 * for players who see no chain with conditions. A reward is seen by who meets its own conditions and, when its item is
 * in rules that are on, those of at least one of them; what several rules on one item mean is not documented.
 */
export class Audience {
  /** The rules of the project, on and off. */
  rules: readonly CatalogRule[] = [];

  copy(): Audience {
    const copy = new Audience();
    copy.rules = this.rules;
    return copy;
  }

  chainsFor({attributes}: Player, chains: readonly SeedChain[]): SeedChain[] {
    const isPersonal = (chain: SeedChain): boolean => chain.attribute_conditions !== undefined;
    const fits = (chain: SeedChain): boolean => areMet(chain.attribute_conditions, attributes);
    const hasPersonal = chains.some(chain => isPersonal(chain) && fits(chain));
    return chains.filter(chain =>
      isPersonal(chain) ? fits(chain) : (chain.is_always_visible ?? true) || !hasPersonal,
    );
  }

  rewardsFor(player: Player, rewards: readonly SeedReward[]): SeedReward[] {
    return rewards.filter(reward => this.#sees(player, reward));
  }

  #sees({attributes}: Player, {sku, attribute_conditions}: SeedReward): boolean {
    const rules = this.rules.filter(({is_enabled, skus}) => is_enabled && skus.has(sku));
    const isRuledIn = rules.length === 0 || rules.some(rule => areMet(rule.attribute_conditions, attributes));
    return isRuledIn && areMet(attribute_conditions, attributes);
  }
}
