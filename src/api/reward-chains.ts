import {LiveOpsError} from '../errors.js';
import type {RewardChain, ValuePoint} from '../model.js';
import {isVendorsWord, toFailure} from './failures.js';
import type {Http} from './http.js';
import {toRewardChain, toValuePoint} from './reward-chain-wire.js';
import {badAnswer, isRecord, toJson, toRecords} from './salvage.js';

const MAX_BYTES = 1024 * 1024;
/** Default and maximum of the list call. */
const PAGE = 50;
/** Far above any project; ends a list whose `has_more` never turns false. */
const MAX_PAGES = 20;

/** After this a claim's end is looked up; longer, and every other claim would wait behind it. */
const CLAIM_TIMEOUT_MS = 30_000;

type Chain = {projectId: number; chainId: number};

const unknownEnd = (): LiveOpsError => new LiveOpsError('outcome-unknown', 'The step may be claimed.');

/**
 * Every reward chain that the player can see, all pages, in the server's order (`get-reward-chains-list`). A chain that
 * moved between two pages while they were read is kept once.
 *
 * @throws {LiveOpsError} when a page fails: a list with a hole would look complete.
 */
export async function fetchRewardChains(
  http: Http,
  projectId: number,
  signal?: AbortSignal,
): Promise<readonly RewardChain[]> {
  const chains = new Map<number, RewardChain>();
  for (let page = 0; page < MAX_PAGES; page++) {
    const {items, hasMore} = await fetchPage(http, projectId, page * PAGE, signal);
    for (const chain of items.flatMap(row => toRewardChain(row) ?? [])) chains.set(chain.id, chain);
    if (!hasMore || items.length === 0) break;
  }
  return [...chains.values()];
}

async function fetchPage(http: Http, projectId: number, offset: number, signal?: AbortSignal) {
  const path = `v2/project/${projectId}/user/reward_chain`;
  const body = toJson(await http.read({path, query: {limit: PAGE, offset}, maxBytes: MAX_BYTES, signal}));
  if (!isRecord(body) || !Array.isArray(body['items'])) throw badAnswer();
  return {items: toRecords(body['items']), hasMore: body['has_more'] === true};
}

/** The points of one chain: the clan's on a clan chain, else the player's (`get-user-reward-chain-balance`). */
export async function fetchBalance(http: Http, {projectId, chainId}: Chain, signal?: AbortSignal): Promise<ValuePoint> {
  const path = `v2/project/${projectId}/user/reward_chain/${chainId}/balance`;
  const body = toJson(await http.read({path, maxBytes: 64 * 1024, signal}));
  if (!isRecord(body)) throw badAnswer();
  return toValuePoint(body);
}

/**
 * Claims one step for the player (`claim-user-reward-chain-step-reward`, 204 without a body). Sent once.
 *
 * @throws {LiveOpsError} `already-claimed` (422/9912), `not-enough-points` (422/9913), `not-found` (404/9911), or
 *   `outcome-unknown` when no whole answer came, so that the claim may have been carried out.
 */
export async function sendStepClaim(http: Http, chain: Chain & {stepId: number}, token: string): Promise<void> {
  const path = `v2/project/${chain.projectId}/user/reward_chain/${chain.chainId}/step/${chain.stepId}/claim`;
  const answer = await http.send({method: 'POST', path, maxBytes: 64 * 1024, timeoutMs: CLAIM_TIMEOUT_MS}, token);
  // The documented success has no body; a page with 200 is a portal's.
  const isWord = !('unknown' in answer) && isVendorsWord(answer) && (answer.status >= 300 || !answer.text);
  const failure = isWord ? toFailure(answer) : unknownEnd();
  if (failure) throw failure;
}
