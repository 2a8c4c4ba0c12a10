import type {Http, ReadRequest} from './http.js';
import {badAnswer, isRecord, toJson, toRecords} from './parse.js';

/** A list that the vendor sends in pages of `items` and `has_more`. */
export type PagedList<T> = {
  /** Relative to the base, built from checked parts only. */
  path: string;
  isPublic?: ReadRequest['isPublic'];
  /** Rows per page, at most the call's maximum. */
  limit: number;
  /** A row, or `undefined` for an unusable one. */
  toRow(row: Record<string, unknown>): T | undefined;
};

const MAX_BYTES = 1024 * 1024;
/** Far above any project; ends a list whose `has_more` never turns false. */
const MAX_PAGES = 20;

/**
 * All rows of a list, all pages, in the server's order. A row that moves between two pages during the read appears
 * once.
 *
 * @throws {LiveOpsError} when a page fails: a list with a hole would look complete.
 */
export async function readPages<T extends {id: number}>(
  http: Http,
  {path, limit, toRow, isPublic}: PagedList<T>,
  signal?: AbortSignal,
): Promise<readonly T[]> {
  const rows = new Map<number, T>();
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = {limit, offset: page * limit};
    const body = toJson(await http.read({path, query, maxBytes: MAX_BYTES, signal, isPublic}));
    if (!isRecord(body) || !Array.isArray(body['items'])) throw badAnswer();
    const items = toRecords(body['items']);
    for (const row of items.flatMap(item => toRow(item) ?? [])) rows.set(row.id, row);
    if (body['has_more'] !== true || items.length === 0) break;
  }
  return [...rows.values()];
}
