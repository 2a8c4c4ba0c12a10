/** Times of the sandbox, milliseconds since 1970. */
type Kept<T> = {readonly until: number; readonly state: T};

/** The maximum age of a read, seconds. */
export const MAX_STALE_SECONDS = 600;
/** Limits memory for a test that changes the world in a loop. */
const MOST_KEPT = 500;

/** Earlier states, each saved before the next change. */
export class Past<T> {
  #kept: Kept<T>[] = [];

  keep(state: T, now: number): void {
    const oldest = now - MAX_STALE_SECONDS * 1_000;
    this.#kept = [...this.#kept.filter(({until}) => until >= oldest), {until: now, state}].slice(-MOST_KEPT);
  }

  /** The state at that time; `undefined` if nothing has changed since. */
  at(time: number): T | undefined {
    return this.#kept.find(({until}) => until > time)?.state;
  }

  clear(): void {
    this.#kept = [];
  }
}
