import {LiveOpsError} from '../../errors.js';

/** One page of a list. The vendor's lists say `has_more`, or a total, or neither. */
export type Page<Row> = {
  readonly rows: readonly Row[];
  readonly hasMore?: boolean | undefined;
  readonly total?: number | undefined;
};

export type PageOptions = {
  /** Rows to ask for with each request, 1 to 50 (reward chains: 1 to 10, the vendor's maximum). Default: the maximum. */
  pageSize?: number | undefined;
};

/** A page to ask for, as the vendor's queries name it. */
export type Window = {readonly limit: number; readonly offset: number};

/**
 * Every row of a list, page by page: the next page is asked for when its first row is. A list that neither counts nor
 * says `has_more` ends with its first empty page.
 */
export async function* rowsOf<Row>(
  fetchPage: (window: Window) => Promise<Page<Row>>,
  {pageSize}: PageOptions = {},
  largest = 50,
): AsyncGenerator<Row, void, undefined> {
  const limit = pageSize ?? largest;
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > largest) {
    throw new LiveOpsError('config', `\`pageSize\` must be 1 to ${largest}.`);
  }
  for (let offset = 0; ;) {
    const {rows, hasMore, total} = await fetchPage({limit, offset});
    yield* rows;
    offset += rows.length;
    if (rows.length === 0 || hasMore === false || (hasMore === undefined && offset >= (total ?? Infinity))) return;
  }
}
