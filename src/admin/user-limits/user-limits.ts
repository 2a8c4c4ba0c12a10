import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {checked} from '../input/check.js';
import {userLimit} from './answers.js';
import * as check from './checks.js';

/** How often a player may use something until the next reset, and how often still. */
export type UserLimit = {readonly total: number; readonly available: number};

/**
 * How often single players may still use a promotion with a limit per player. `userId` is the player's id in the game,
 * without spaces. A number outside of 0 and the limit is rejected with `invalid`, 4511; an unknown player with
 * `not-found`, 5008.
 */
export type UserLimits<Id> = {
  /** `get-user-promotion-limit`, `get-coupon-user-limit`, `get-promo-code-user-limit`. */
  get(id: Id, userId: string): Promise<UserLimit>;
  /**
   * **Adds** uses, each time it is called: a whole number from 1. After `outcome-unknown`, read first
   * (`add-user-promotion-limit` and its siblings).
   */
  add(id: Id, userId: string, uses: number): Promise<UserLimit>;
  /** Sets the number of remaining uses: a whole number from 0 (`set-user-promotion-limit` and its siblings). */
  set(id: Id, userId: string, available: number): Promise<UserLimit>;
  /**
   * **Takes away** uses, each time it is called: a whole number from 1. After `outcome-unknown`, read first
   * (`remove-user-promotion-limit` and its siblings).
   */
  remove(id: Id, userId: string, uses: number): Promise<UserLimit>;
};

/**
 * @param sendCall - Takes paths below the project's `admin`.
 * @param whose - The part of the path that names the promotion; checks the id.
 */
export function createUserLimits<Id>(
  sendCall: SendCall,
  whose: (id: Id) => readonly (string | number)[],
): UserLimits<Id> {
  const pathOf = (id: Id) => ['user', 'limit', ...whose(id)];
  const send = async (method: 'POST' | 'PUT' | 'DELETE', id: Id, userId: string, available: number) => {
    const body = {user: check.userOf(userId), available};
    return read(userLimit, await sendCall({method, path: pathOf(id), body})).per_user;
  };
  return {
    async get(id, userId) {
      const query = check.userOf(userId);
      return read(userLimit, await sendCall({method: 'GET', path: pathOf(id), query})).per_user;
    },
    add: async (id, userId, uses) => await send('POST', id, userId, checked(check.uses, uses, 'uses')),
    set: async (id, userId, available) =>
      await send('PUT', id, userId, checked(check.available, available, 'available')),
    remove: async (id, userId, uses) => await send('DELETE', id, userId, checked(check.uses, uses, 'uses')),
  };
}
