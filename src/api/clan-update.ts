import type {LiveOpsError} from '../errors.js';
import type {Reward} from '../model.js';
import {isVendorsWord, toFailure} from './failures.js';
import type {Answer, Http} from './http.js';
import {toReward} from './rewards.js';
import {isRecord, toRecord} from './salvage.js';

const MAX_BYTES = 1024 * 1024;

/** An answer as it came, so that it can be kept before it is read. */
export type RawAnswer = Pick<Answer, 'status' | 'text'> & {
  /** The header, where it is there and the page may read it. */
  readonly retryAfter?: string | null | undefined;
};

/**
 * What an answer to the clan update proves. `whole` is false when a row could not be read. Anything but a list of
 * rewards or the vendor's own refusal proves nothing: a proxy, a portal or a failing server may have answered instead.
 */
export type ClanUpdateReading =
  | {kind: 'granted'; rewards: readonly Reward[]; whole: boolean}
  | {kind: 'refused'; error: LiveOpsError}
  | {kind: 'unknown'};

/**
 * Moves the player to the clan that the game server wrote into the player's attributes, and claims what was left in the
 * old clan (`user-clan-update`). The server lists what it granted in this one answer only, so the raw answer is handed
 * on, the request is never repeated here, and a missing answer is not an error but unknown.
 */
export async function sendClanUpdate(http: Http, projectId: number, token: string): Promise<RawAnswer | undefined> {
  const path = `v2/project/${projectId}/user/clan/update`;
  const answer = await http.send({method: 'PUT', path, maxBytes: MAX_BYTES}, token);
  if ('unknown' in answer) return undefined;
  const {status, text, headers} = answer;
  return {status, text, retryAfter: headers.get('retry-after')};
}

/** Reads an answer to the clan update, every row that can be read kept; never throws. */
export function readClanUpdate(answer: RawAnswer | undefined): ClanUpdateReading {
  if (!answer || !isVendorsWord(answer)) return {kind: 'unknown'};
  const error = toFailure(answer);
  return error ? {kind: 'refused', error} : readRewards(answer.text);
}

function readRewards(text: string): ClanUpdateReading {
  const rows = toRecord(text)?.['reward'];
  if (!Array.isArray(rows)) return {kind: 'unknown'};
  const rewards = rows.map(row => toReward(isRecord(row) ? row : {}, 'answer'));
  return {kind: 'granted', rewards, whole: rewards.every(({sku, name}) => sku || name)};
}
