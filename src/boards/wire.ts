import type {ContributorRow} from '../model.js';
import type {Http} from '../http/http.js';
import {badAnswer, defined, toAmount, toDigits, toJson, toRecords, toText} from '../http/parse.js';

/** Ten rows are documented; a server may send thousands. */
const MAX_BYTES = 1024 * 1024;

/**
 * The top contributors of the player's clan on one chain, in the server's order (`get-user-clan-top-contributors`; at
 * most 10 by its title). A player without a clan gets an empty list.
 *
 * @throws {LiveOpsError} if the call fails or the answer is not a list.
 */
export async function fetchTopContributors(
  http: Http,
  ids: {projectId: number; chainId: number},
  signal?: AbortSignal,
): Promise<readonly ContributorRow[]> {
  const path = `v2/project/${ids.projectId}/user/clan/contributors/${ids.chainId}/top`;
  const body = toJson(await http.read({path, maxBytes: MAX_BYTES, isShownOnly: true, signal}));
  if (!Array.isArray(body)) throw badAnswer();
  return toContributorRows(body);
}

/** Rows of the contributors call and of `top_contributors` in the chain list, whose rows may be null. */
export function toContributorRows(value: unknown): readonly ContributorRow[] {
  return toRecords(value).map(row => ({
    name: toText(row['name']) ?? '',
    amount: toAmount(row['contributed_amount']),
    ...defined({digits: toDigits(row, 'contributed_amount')}),
  }));
}
