import type {RewardChain, ValuePoint} from '../model.js';
import type {Http} from '../http/http.js';
import {sendClaim} from '../http/send-claim.js';
import {toRewardChain, toValuePoint} from './wire.js';
import {badAnswer, isRecord, toJson} from '../http/parse.js';
import {readPages} from '../http/pages.js';

/** Default and maximum of the list call. */
const PAGE = 50;

type Chain = {projectId: number; chainId: number};

/**
 * Every reward chain that the player can see, in the server's order (`get-reward-chains-list`).
 *
 * @throws {LiveOpsError} when a page fails.
 */
export async function fetchRewardChains(
  http: Http,
  projectId: number,
  signal?: AbortSignal,
): Promise<readonly RewardChain[]> {
  const path = `v2/project/${projectId}/user/reward_chain`;
  return readPages(http, {path, limit: PAGE, toRow: toRewardChain, keyOf: ({id}) => id}, signal);
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
 *   `outcome-unknown` if no complete answer came, so the claim may have been carried out.
 */
export async function sendStepClaim(
  http: Http,
  {projectId, chainId, stepId}: Chain & {stepId: number},
  token: string,
  signal?: AbortSignal,
): Promise<void> {
  const path = `v2/project/${projectId}/user/reward_chain/${chainId}/step/${stepId}/claim`;
  await sendClaim(http, {path, signal, isSuccess: ({text}) => !text}, token);
}
