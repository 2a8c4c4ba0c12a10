import type {Http} from '../http/http.js';
import {readPages} from '../http/pages.js';
import {badAnswer, isRecord, toJson} from '../http/parse.js';
import {sendClaim} from '../http/send-claim.js';
import type {DailyChain} from '../model.js';
import {toDailyChain} from './wire.js';

/** Default and maximum of the list call. */
const PAGE = 50;

type Chain = {projectId: number; chainId: number};

/**
 * Every daily chain that the player can see, or that everyone can (`isPublic`), in the server's order
 * (`get-daily-chains-list`).
 *
 * @throws {LiveOpsError} when a page fails.
 */
export async function fetchDailyChains(
  http: Http,
  {projectId, isPublic}: {projectId: number; isPublic?: boolean},
  signal?: AbortSignal,
): Promise<readonly DailyChain[]> {
  const path = `v2/project/${projectId}/user/daily_chain`;
  return readPages(http, {path, limit: PAGE, toRow: toDailyChain, isPublic, keyOf: ({id}) => id}, signal);
}

/**
 * One daily chain as the player has it now (`get-user-daily-chain-by-id`).
 *
 * @throws {LiveOpsError} `not-found` for an unknown chain; any other code when the call fails.
 */
export async function fetchDailyChain(
  http: Http,
  {projectId, chainId}: Chain,
  signal?: AbortSignal,
): Promise<DailyChain> {
  const path = `v2/project/${projectId}/user/daily_chain/${chainId}`;
  const body = toJson(await http.read({path, maxBytes: 1024 * 1024, signal}));
  const chain = isRecord(body) ? toDailyChain(body) : undefined;
  if (chain?.id !== chainId) throw badAnswer();
  return chain;
}

/**
 * Claims one day for the player (`claim-user-daily-chain-step-reward`, 204 without a body). Sent once.
 *
 * @throws {LiveOpsError} `invalid` (422) for a day that is claimed already, over or still to come, since the vendor
 *   documents no code for each; `not-found` (404); or `outcome-unknown` if no complete answer came, so the claim may
 *   have been carried out.
 */
export async function sendDayClaim(
  http: Http,
  {projectId, chainId, stepNumber}: Chain & {stepNumber: number},
  token: string,
  signal?: AbortSignal,
): Promise<void> {
  const path = `v2/project/${projectId}/user/daily_chain/${chainId}/step/number/${stepNumber}/claim`;
  await sendClaim(http, {path, signal, isSuccess: ({text}) => !text}, token);
}
