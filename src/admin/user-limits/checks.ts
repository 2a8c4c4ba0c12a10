import * as v from 'valibot';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';

const userId = v.pipe(v.string(), v.regex(/^\S+$/, 'must be a player’s id without spaces'));

export const uses = whole(1);
export const available = whole(0);

/** The checked player, as requests name them. */
export function userOf(id: string): {user_external_id: string} {
  return {user_external_id: checked(userId, id, 'userId')};
}
