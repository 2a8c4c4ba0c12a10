import type {Reward} from '../model.js';
import {LiveOpsError} from '../errors.js';
import type {Answer, Http, Unknown} from './http.js';
import {toReward} from './rewards.js';
import {isRecord, parseJson, toRecords} from './salvage.js';

const MAX_BYTES = 1024 * 1024;

/**
 * Moves the player to the clan that the game server wrote into the player's attributes, and claims what was left in the
 * old clan (`user-clan-update`). The server lists what it granted in this one answer only, so the raw answer is handed
 * on, the request is never repeated here, and a missing answer is not an error but unknown.
 */
export function sendClanUpdate(http: Http, projectId: number, token: string): Promise<Answer | Unknown> {
  return http.send({method: 'PUT', path: `v2/project/${projectId}/user/clan/update`, maxBytes: MAX_BYTES}, token);
}

/**
 * The rewards in the text of a clan update, every readable row kept.
 *
 * @throws {LiveOpsError} `bad-answer` for text that holds no list of rewards; an absent list proves nothing.
 */
export function toGrantedRewards(text: string): readonly Reward[] {
  const body = parseJson(text);
  if (!isRecord(body) || !Array.isArray(body['reward'])) {
    throw new LiveOpsError('bad-answer', 'The answer holds no list of rewards.');
  }
  return toRecords(body['reward']).map(row => toReward(row, 'answer'));
}
