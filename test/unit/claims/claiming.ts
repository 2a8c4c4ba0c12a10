import {json} from '../../support/fake-api.js';
import {chainAnswer, chainPage, rewardAnswer} from '../../support/wire.js';
import {LIST, sessionOver} from '../session/make-session.js';
import {mapStorage} from '../storage/fake-stores.js';

export const UPDATE = 'PUT v2/project/44056/user/clan/update';
export const CLAIM = 'POST v2/project/44056/user/reward_chain/101/step/1002/claim';

/** The chain list with one step of a clan chain, 1002, that can be claimed from 500 points on, or is claimed. */
export function list(isClaimed = false, points = 900, fields = {}, headers: Record<string, string> = {}): Response {
  const step = {step_id: 1002, name: 'Level 2', is_claimed: isClaimed, price: {amount: 500}, reward: [rewardAnswer()]};
  const chain = chainAnswer({steps: [step], ...fields});
  const answer = json(chainPage([{...chain, value_point: {...Object(chain['value_point']), amount: points}}]));
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

/** The answer to a clan update that lists what `list` promises. */
export function grant(): Response {
  return json({reward: [rewardAnswer()]});
}

/**
 * A session whose player can claim step 1002, on a host that keeps receipts, and the requests so far as method and last
 * part of the path.
 */
export function claiming(options: Parameters<typeof sessionOver>[0] = {}) {
  const parts = sessionOver({clan: 'wolves', userKey: 'Rocket', storage: mapStorage(), ...options});
  parts.api.on(LIST, () => list());
  const sent = (): readonly string[] =>
    parts.api.requests.map(({method, url}) => `${method} ${new URL(url).pathname.split('/').pop()}`);
  return {...parts, sent};
}

export function tokensOf(requests: readonly Request[], method: string): readonly (string | null)[] {
  return requests.filter(request => request.method === method).map(({headers}) => headers.get('authorization'));
}
