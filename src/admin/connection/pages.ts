import * as v from 'valibot';
import {LiveOpsError} from '../../errors.js';
import {checked} from '../input/check.js';
import {flag, whole} from '../input/fields.js';

/** One page of a list. The vendor's lists have `has_more`, or a total, or neither. */
export type Page<Row> = {
  readonly rows: readonly Row[];
  readonly hasMore?: boolean | undefined;
  readonly total?: number | undefined;
};

const callback = v.optional(v.function('must be a function'));

/** How far a list has come. */
export type Progress = {
  /** Rows read so far, those that `offset` skips included. */
  readonly rows: number;
  /** All rows, if the server says how many there are. */
  readonly total: number | undefined;
};

export type PageOptions = {
  /** Rows per request, 1 to 50 (reward chains: 1 to 10, the vendor's maximum). Default: the maximum. */
  pageSize?: number | undefined;
  /** Rows to skip at the start, to continue a list that failed. Default 0. */
  offset?: number | undefined;
  /** Called after each page. */
  onProgress?: ((progress: Progress) => void) | undefined;
};

/** The query parameters of a page, as the vendor names them. */
export type Window = {readonly limit: number; readonly offset: number};

/**
 * Every row of a list, page by page: a page is requested when its first row is read. A list with neither a total nor
 * `has_more` ends with its first empty page.
 *
 * @throws {LiveOpsError} `bad-answer` if a page repeats the previous one: the list would never end.
 */
export async function* rowsOf<Row>(
  fetchPage: (window: Window) => Promise<Page<Row>>,
  {pageSize, offset: start = 0, onProgress}: PageOptions = {},
  largest = 50,
): AsyncGenerator<Row, void, undefined> {
  checked(callback, onProgress, 'onProgress');
  const limit = checked(whole(1, largest), pageSize ?? largest, 'pageSize');
  let before = '';
  for (let offset = checked(whole(0), start, 'offset'); ;) {
    const {rows, hasMore, total} = await fetchPage({limit, offset});
    const page = JSON.stringify(rows);
    if (rows.length > 0 && page === before)
      throw new LiveOpsError('bad-answer', 'The list returned the same page twice.');
    before = page;
    offset += rows.length;
    onProgress?.({rows: offset, total});
    yield* rows;
    if (rows.length === 0 || hasMore === false || (hasMore === undefined && offset >= (total ?? Infinity))) return;
  }
}

/** The filter of some lists, `enabled`, as the vendor's queries write it: 1 or 0. */
export function flagOf(options: {enabled?: boolean | undefined} | undefined): number | undefined {
  const enabled = checked(flag, options?.enabled, 'enabled');
  return enabled === undefined ? undefined : Number(enabled);
}
