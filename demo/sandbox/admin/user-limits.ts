import type {Player} from '../players/player.js';
import {type AdminRequest} from './routes.js';
import {limitOutOfRange, userNotFound, userRequired} from './refusals.js';
import {readBody} from './requests.js';

/** The limit of one player on one promotion. */
export type UserLimit = {readonly total: number; readonly available: number};

type LimitBody = {readonly user: {readonly user_external_id: string}; readonly available: number};

/** What the calls that change a limit do with the number that is available, and the shape of their body. */
const CHANGES = {
  POST: {shape: 'addition', apply: (available: number, more: number): number => available + more},
  PUT: {shape: 'value', apply: (_available: number, next: number): number => next},
  DELETE: {shape: 'addition', apply: (available: number, fewer: number): number => available - fewer},
} as const;

/**
 * The new number for a change of a player's limit.
 *
 * @throws Refusal 422/4511 if it is not between 0 and the limit.
 */
export async function changedLimit(
  {c}: AdminRequest,
  method: keyof typeof CHANGES,
  noun: string,
  limitOf: (user: string) => UserLimit,
): Promise<{user: string; available: number; total: number}> {
  const {shape, apply} = CHANGES[method];
  const body = await readBody<LimitBody>(c, `campaign/${shape}`);
  const user = body.user.user_external_id;
  const {available, total} = limitOf(user);
  const next = apply(available, body.available);
  if (next < 0 || next > total) throw limitOutOfRange(noun);
  return {user, available: next, total};
}

/** The player that the query names; `get-user-promotion-limit` and its siblings require it. */
export function userInQuery({c}: AdminRequest): string {
  const user = c.req.query('user_external_id');
  if (user === undefined || !/^\S+$/.test(user)) throw userRequired();
  return user;
}

/** @throws Refusal 404/5008 for a name that no player of the sandbox has. */
export function knownUser({office}: AdminRequest, user: string): Player {
  if (!office.world.hasPlayer(user)) throw userNotFound();
  return office.world.player(user);
}
