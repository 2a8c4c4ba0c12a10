/** One request in the answer to `GET /sandbox/log`. */
export type LogRow = {
  readonly method: string;
  /** The path without its query, `/api` included. */
  readonly path: string;
  /** The player that the token named; `null` without a valid token. */
  user: string | null;
  /** Whether the call was applied, whatever the answer was. */
  applied: boolean;
  /** The status that was sent; `null` until then, and forever if no answer was sent. */
  status: number | null;
};

const MAX_ROWS = 1000;

/**
 * The latest thousand requests below `/api`, in order of arrival. Preflights (`OPTIONS`) and control calls are left
 * out: preflights are the browser's and may be cached, control calls are the test's own.
 */
export class RequestLog {
  #rows: LogRow[] = [];

  get rows(): readonly LogRow[] {
    return this.#rows;
  }

  /** Adds a request on arrival; the caller completes the row. */
  open(method: string, path: string): LogRow {
    const row: LogRow = {method, path, user: null, applied: false, status: null};
    this.#rows.push(row);
    if (this.#rows.length > MAX_ROWS) this.#rows.shift();
    return row;
  }

  clear(): void {
    this.#rows = [];
  }
}
