import type {Http, ReadRequest} from './http.js';
import {withLimits} from './limits.js';
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

/** A browser has six connections to a server at most, and the boards of a page need some, too. */
const MOST_AT_ONCE = 4;

/**
 * All rows of a list, all pages, in the server's order. A row that moves between two pages during the read appears
 * once. No answer says how many pages there are, so the first one is read alone; each that names another lets more be
 * read at once, up to four, and those beyond the end count for nothing.
 *
 * @throws {LiveOpsError} when a page fails: a list with a hole would look complete.
 */
export async function readPages<T>(http: Http, list: PagedList<T>, signal?: AbortSignal): Promise<readonly T[]> {
  return withLimits({signal}, async own => {
    const rows = new Map<number | string, T>();
    const reads: Promise<Page<T>>[] = [];
    for (let page = 0; page < MAX_PAGES; page++) {
      const end = Math.min(page + Math.min(2 ** page, MOST_AT_ONCE), MAX_PAGES);
      while (reads.length < end) reads.push(readAhead(http, list, reads.length, own));
      const {read, hasMore} = await (reads[page] as Promise<Page<T>>);
      const known = rows.size;
      for (const row of read) rows.set(list.keyOf(row), row);
      // A server that ignores the offset repeats its first page without end.
      const isRepeated = read.length > 0 && rows.size === known;
      if (!hasMore || isRepeated) break;
    }
    return [...rows.values()];
  });
}

/** The usable rows of a page, and whether there is another one. */
type Page<T> = {readonly read: readonly T[]; readonly hasMore: boolean};

/** It may be beyond the end, where nobody waits for its failure. */
function readAhead<T>(...page: Parameters<typeof readPage<T>>): Promise<Page<T>> {
  const read = readPage(...page);
  read.catch(() => undefined);
  return read;
}

async function readPage<T>(
  http: Http,
  {path, limit, query, toRow, isPublic}: PagedList<T>,
  page: number,
  signal: AbortSignal,
): Promise<Page<T>> {
  const place = {...query, limit, offset: page * limit};
  const body = toJson(await http.read({path, query: place, maxBytes: MAX_BYTES, signal, isPublic}));
  if (!isRecord(body) || !Array.isArray(body['items'])) throw badAnswer();
  const items = toRecords(body['items']);
  const hasMore = body['has_more'] === true && items.length > 0;
  return {read: items.flatMap(item => toRow(item) ?? []), hasMore};
}
