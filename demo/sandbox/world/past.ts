/** Times of the sandbox, milliseconds since 1970. */
type Kept<T> = {readonly until: number; readonly state: T};

/** A read may be this old at most, seconds. */
export const MAX_STALE_SECONDS = 600;
/** A test that changes the world in a loop must not fill the memory. */
const MOST_KEPT = 500;

/** States as they were, each kept when the next change is about to come. */
export class Past<T> {
  #kept: Kept<T>[] = [];

  keep(state: T, now: number): void {
    const oldest = now - MAX_STALE_SECONDS * 1_000;
    this.#kept = [...this.#kept.filter(({until}) => until >= oldest), {until: now, state}].slice(-MOST_KEPT);
  }

  /** The state at that time; `undefined` when nothing has changed since. */
  at(time: number): T | undefined {
    return this.#kept.find(({until}) => until > time)?.state;
  }

  clear(): void {
    this.#kept = [];
  }
}
