import type {Http} from '../http/http.js';
import {readPages} from '../http/pages.js';
import type {DailyChain} from '../model.js';
import {toDailyChain} from './wire.js';

/** Default and maximum of the list call. */
const PAGE = 50;

/**
 * Every daily chain that the player can see, in the server's order (`get-daily-chains-list`).
 *
 * @throws {LiveOpsError} when a page fails.
 */
export async function fetchDailyChains(
  http: Http,
  projectId: number,
  signal?: AbortSignal,
): Promise<readonly DailyChain[]> {
  const path = `v2/project/${projectId}/user/daily_chain`;
  return readPages(http, {path, limit: PAGE, toRow: toDailyChain}, signal);
}
