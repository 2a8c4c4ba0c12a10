/** One request as `GET /sandbox/log` shows it. */
export type LogRow = {
  readonly method: string;
  /** The path without its query, `/api` included. */
  readonly path: string;
  /** The player the token named; `null` without a valid token. */
  user: string | null;
  /** Whether the call reached the state and succeeded there, whatever was answered then. */
  applied: boolean;
  /** The status that was sent; `null` while there is none, and for good when no answer was sent. */
  status: number | null;
};

const MAX_ROWS = 1000;

/**
 * The requests under `/api` in the order they came, the latest thousand. Preflights (`OPTIONS`) and control calls are
 * not among them: preflights are the browser's and may be cached, control calls are the test's own.
 */
export class RequestLog {
  #rows: LogRow[] = [];

  get rows(): readonly LogRow[] {
    return this.#rows;
  }

  /** Notes a request on arrival; the caller completes the row. */
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
