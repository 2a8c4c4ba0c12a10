import type {Http} from '../http/http.js';
import {readPages} from '../http/pages.js';
import {badAnswer, isRecord, toId, toJson} from '../http/parse.js';
import {sendClaim} from '../http/send-claim.js';
import type {Answer} from '../http/answer.js';
import type {OfferChain} from '../offers.js';
import {toOfferChain} from './wire.js';

/** Default and maximum of the list call. */
const PAGE = 30;
const MAX_BYTES = 1024 * 1024;

/**
 * Every offer chain that the player can see, in the server's order (`get-offer-chains-list`).
 *
 * @throws {LiveOpsError} when a page fails.
 */
export async function fetchOfferChains(
  http: Http,
  projectId: number,
  signal?: AbortSignal,
): Promise<readonly OfferChain[]> {
  const path = `v2/project/${projectId}/user/offer_chain`;
  return readPages(http, {path, limit: PAGE, toRow: toOfferChain, keyOf: ({id}) => id}, signal);
}

type Chain = {readonly projectId: number; readonly chainId: number};

/** One offer chain of the player (`get-user-offer-chain-by-id`). @throws {LiveOpsError} when it cannot be read. */
export async function fetchOfferChain(
  http: Http,
  {projectId, chainId}: Chain,
  signal?: AbortSignal,
): Promise<OfferChain> {
  const path = `v2/project/${projectId}/user/offer_chain/${chainId}`;
  const body = toJson(await http.read({path, maxBytes: MAX_BYTES, signal}));
  const chain = isRecord(body) ? toOfferChain(body) : undefined;
  if (chain?.id !== chainId) throw badAnswer();
  return chain;
}

/**
 * Claims one free step for the player (`claim-user-offer-chain-step-reward`, 200 with the number of an order). Sent once.
 *
 * @throws {LiveOpsError} `not-found` (404), `invalid` (422: not free, not next, or taken already), or `outcome-unknown`
 *   when no whole answer came, so that the claim may have been carried out.
 */
export async function sendOfferClaim(
  http: Http,
  {projectId, chainId, stepNumber}: Chain & {readonly stepNumber: number},
  token: string,
  signal?: AbortSignal,
): Promise<void> {
  const path = `v2/project/${projectId}/user/offer_chain/${chainId}/step/number/${stepNumber}/claim`;
  await sendClaim(http, {path, signal, isSuccess}, token);
}

/** A portal answers 200, too, but not without a page. */
function isSuccess(answer: Answer): boolean {
  if (!answer.text) return true;
  try {
    const body = toJson(answer);
    return isRecord(body) && toId(body['order_id']) !== undefined;
  } catch {
    return false;
  }
}
