import {areMet, type Condition} from './attribute-conditions.js';
import type {Player} from './player.js';

/** An item or chain that not every player sees. */
export type Audienced = {
  readonly attribute_conditions?: readonly Condition[];
  readonly is_always_visible?: boolean;
};

/**
 * The chains of one kind that a player sees. A chain with conditions is for players who meet them. One without
 * conditions is for everyone or, with `is_always_visible: false`, for players who see no chain with conditions.
 */
export function meantFor<Chain extends Audienced>({attributes}: Player, chains: readonly Chain[]): Chain[] {
  const isPersonal = (chain: Chain): boolean => chain.attribute_conditions !== undefined;
  const fits = (chain: Chain): boolean => areMet(chain.attribute_conditions, attributes);
  const hasPersonal = chains.some(chain => isPersonal(chain) && fits(chain));
  return chains.filter(chain => (isPersonal(chain) ? fits(chain) : (chain.is_always_visible ?? true) || !hasPersonal));
}
