import type {Context} from 'hono';
import type {SandboxEnv} from '../http/env.js';
import {toInteger} from '../http/numbers.js';

/** The most rows in a server-side list; reward chains have a smaller page. */
const PAGE_SIZE = 50;

export type Page<Row> = {readonly rows: readonly Row[]; readonly total: number; readonly hasMore: boolean};

/** The rows that `limit` and `offset` of the query select. */
export function pageOf<Row>(c: Context<SandboxEnv>, all: readonly Row[], largest = PAGE_SIZE): Page<Row> {
  const limit = toInteger(c.req.query('limit') ?? largest, 'limit', 1, largest);
  const offset = toInteger(c.req.query('offset') ?? 0, 'offset', 0);
  const rows = all.slice(offset, offset + limit);
  return {rows, total: all.length, hasMore: offset + rows.length < all.length};
}

/** A flag of the query as the vendor writes it, 1 or 0; `undefined` if absent. */
export function flagIn(c: Context<SandboxEnv>, name: string): boolean | undefined {
  const value = c.req.query(name);
  return value === undefined ? undefined : toInteger(value, name, 0, 1) === 1;
}

/** The three counts in every list of promotions. */
export function countsOf(promotions: readonly {readonly is_enabled: boolean}[]): object {
  const active = promotions.filter(({is_enabled}) => is_enabled).length;
  return {
    total_promotions_count: promotions.length,
    active_promotions_count: active,
    inactive_promotions_count: promotions.length - active,
  };
}
