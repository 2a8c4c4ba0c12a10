import type {Http, ReadRequest} from './http.js';
import {badAnswer, isRecord, toJson, toRecords} from './parse.js';

/** A list that the vendor sends in pages of `items` and `has_more`. */
export type PagedList<T> = {
  /** Relative to the base, built from checked parts only. */
  path: string;
  isPublic?: ReadRequest['isPublic'];
  /** Rows per page, at most the call's maximum. */
  limit: number;
  /** What the call takes in addition to a page's place. */
  query?: ReadRequest['query'];
  /** A row, or `undefined` for an unusable one. */
  toRow(row: Record<string, unknown>): T | undefined;
  /** The same for the same row on two pages. */
  keyOf(row: T): number | string;
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
export async function readPages<T>(
  http: Http,
  {path, limit, query, toRow, keyOf, isPublic}: PagedList<T>,
  signal?: AbortSignal,
): Promise<readonly T[]> {
  const rows = new Map<number | string, T>();
  for (let page = 0; page < MAX_PAGES; page++) {
    const place = {...query, limit, offset: page * limit};
    const body = toJson(await http.read({path, query: place, maxBytes: MAX_BYTES, signal, isPublic}));
    if (!isRecord(body) || !Array.isArray(body['items'])) throw badAnswer();
    const items = toRecords(body['items']);
    const known = rows.size;
    const read = items.flatMap(item => toRow(item) ?? []);
    for (const row of read) rows.set(keyOf(row), row);
    // A server that ignores the offset repeats its first page without end.
    const isRepeated = read.length > 0 && rows.size === known;
    if (body['has_more'] !== true || items.length === 0 || isRepeated) break;
  }
  return [...rows.values()];
}
