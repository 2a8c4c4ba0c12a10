import type {SendCall} from '../connection/connection.js';
import {checked} from '../input/check.js';
import {type Confirmation, demandConfirmation} from '../input/confirmation.js';
import {whole} from '../input/fields.js';
import * as check from './checks.js';
import {createUserLimits, type UserLimits} from './user-limits.js';

/**
 * How often players may still use a bonus promotion or a discount; the id is a promotion's of either kind. One without
 * a limit is rejected with `invalid`, 4509.
 */
export type PromotionUserLimits = UserLimits<number> & {
  /** Gives a player all uses of the promotion back (`reset-user-promotion-limit`). */
  reset(promotionId: number, userId: string): Promise<void>;
  /**
   * Gives **every player** all uses of the promotion back; it cannot be undone (`reset-user-promotion-limit` without a
   * user). To confirm, pass `{confirm: 'all players'}`.
   */
  resetForEveryone(promotionId: number, confirmation: Confirmation): Promise<void>;
  /** Gives a player all uses of **all promotions** of the project back (`reset-all-user-promotions-limit`). */
  resetAllOf(userId: string): Promise<void>;
};

/** @param sendCall - Takes paths below the project's `admin`. */
export function createPromotionLimits(sendCall: SendCall): PromotionUserLimits {
  const whose = (promotionId: number) => ['promotion', 'id', checked(whole(1), promotionId, 'promotionId')];
  const reset = async (path: readonly (string | number)[], user: {user_external_id: string} | null) => {
    await sendCall({method: 'DELETE', path: ['user', 'limit', ...path, 'all'], body: {user}});
  };
  return {
    ...createUserLimits(sendCall, whose),
    reset: async (promotionId, userId) => await reset(whose(promotionId), check.userOf(userId)),
    async resetForEveryone(promotionId, confirmation) {
      demandConfirmation(confirmation);
      await reset(whose(promotionId), null);
    },
    resetAllOf: async userId => await reset(['promotion'], check.userOf(userId)),
  };
}
