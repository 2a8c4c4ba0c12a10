import {isDefinitive, toFailure} from '../http/failures.js';
import type {Http} from '../http/http.js';
import type {Answer} from '../http/answer.js';
import {toReward} from '../http/rewards.js';
import {isRecord} from '../http/parse.js';
import type {UpdateResult} from './outcome.js';
import {parseDate} from '../parse-date.js';

const MAX_BYTES = 1024 * 1024;

/** A raw answer, so that it can be stored before it is parsed. */
export type RawAnswer = Pick<Answer, 'status' | 'text'> & {
  /** The header, if present and readable by the page. */
  readonly retryAfter?: string | null | undefined;
  /** The server's time, if readable; a `Retry-After` date is relative to it. */
  readonly date?: string | null | undefined;
};

/**
 * Moves the player to the clan that the game server wrote into the player's attributes, and claims the rewards left in
 * the old clan (`user-clan-update`). Only this one answer lists what was granted. So the raw answer is returned, the
 * request is never repeated here, and a missing answer is not an error but unknown.
 */
export async function sendClanUpdate(http: Http, projectId: number, token: string): Promise<RawAnswer | undefined> {
  const path = `v2/project/${projectId}/user/clan/update`;
  const answer = await http.send({method: 'PUT', path, maxBytes: MAX_BYTES}, token);
  if ('error' in answer) return undefined;
  const {status, text, headers} = answer;
  return {status, text, retryAfter: headers.get('retry-after'), date: headers.get('date')};
}

/**
 * What an answer to the clan update proves, with every readable row; never throws. `whole` is false when a row could
 * not be read. Anything but JSON or the vendor's own refusal proves nothing: it may come from a proxy, a portal or a
 * failing server.
 */
export function readClanUpdate(answer: RawAnswer | undefined): UpdateResult {
  if (!answer || !isDefinitive(answer)) return {kind: 'unknown'};
  const error = toFailure(answer);
  return error ? {kind: 'refused', error} : readRewards(answer.text);
}

function readRewards(text: string): UpdateResult {
  const body = parseBody(text);
  const rows = isRecord(body) ? body['reward'] : undefined;
  if (!Array.isArray(rows)) return {kind: isEmpty(body) ? 'unlisted' : 'unknown'};
  const rewards = rows.map(row => toReward(isRecord(row) ? row : {}, 'answer'));
  return {kind: 'granted', rewards, whole: rewards.every(({sku, name}) => sku || name)};
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How a server may write "nothing": `{}`, `{"reward": null}`, `null` or `[]`. */
function isEmpty(body: unknown): boolean {
  return body === null || isRecord(body) || (Array.isArray(body) && !body.length);
}

/** A longer `Retry-After` counts as a mistake of the server, milliseconds. */
export const LONGEST_WAIT_MS = 3_600_000;

/**
 * How long the server, or a gateway in front of it, asks to wait before the next update (`Retry-After`, whatever the
 * body), milliseconds. The device's clock is used only if the answer's own time can't be read.
 */
export function toWaitMs({status, retryAfter, date}: RawAnswer, today: number): number | undefined {
  if (!retryAfter || status < 400) return undefined;
  const text = retryAfter.trim();
  const now = parseDate(date) || today;
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : parseDate(text) - now;
  return ms > 0 ? Math.min(ms, LONGEST_WAIT_MS) : undefined;
}
