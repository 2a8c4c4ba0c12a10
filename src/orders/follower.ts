import type {Clock} from '../stores/clock.js';

/** Checks orders again and again while the player may be paying. */
export type Follower = {
  /** Checks every three seconds for the next ten minutes, while the page is shown. */
  follow(): void;
  /** Checks now, unless a check is under way. */
  wake(): void;
  stop(): void;
};

export type FollowerOptions = {
  clock: Clock;
  /** Checks the orders that are open. Whether there is one left; rejects when the server could not be asked. */
  check(): Promise<boolean>;
  /** Checks all orders, also those that are unlikely to change; for a player who comes back to the page. */
  checkAll(): Promise<boolean>;
};

const EVERY_MS = 3_000;
const FOLLOWED_MS = 600_000;
/** Checks that fail are further apart, up to that, milliseconds. */
const LONGEST_MS = 30_000;

export function createFollower(options: FollowerOptions): Follower {
  return new Rounds(options);
}

class Rounds implements Follower {
  readonly #options: FollowerOptions;
  readonly #unlisten: () => void;
  #until = -Infinity;
  #waitMs = EVERY_MS;
  #isChecking = false;
  /** The page was hidden during the check, whose answer may be older than the player's return. */
  #isStale = false;
  #isOver = false;
  #cancel = (): void => undefined;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#unlisten = options.clock.onChange(() => {
      this.#cancel();
      if (options.clock.hidden()) this.#isStale = this.#isChecking;
      else this.wake();
    });
  }

  follow(): void {
    this.#until = this.#options.clock.now() + FOLLOWED_MS;
    this.#waitMs = EVERY_MS;
    if (!this.#isChecking) this.#schedule();
  }

  wake(): void {
    void this.#run(this.#options.checkAll);
  }

  stop(): void {
    this.#isOver = true;
    this.#unlisten();
    this.#cancel();
  }

  #schedule(): void {
    this.#cancel();
    const {clock, check} = this.#options;
    if (this.#isOver || clock.hidden() || clock.now() >= this.#until) return;
    this.#cancel = clock.after(this.#waitMs, () => void this.#run(check));
  }

  async #run(check: () => Promise<boolean>): Promise<void> {
    if (this.#isChecking || this.#isOver) return;
    this.#isChecking = true;
    this.#isStale = false;
    this.#cancel();
    const until = this.#until;
    try {
      const isOpen = await check();
      this.#waitMs = EVERY_MS;
      // Unless another order has come meanwhile.
      if (!isOpen && until === this.#until) this.#until = -Infinity;
    } catch {
      this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_MS);
    } finally {
      this.#isChecking = false;
      if (this.#isStale && !this.#options.clock.hidden()) this.wake();
      else this.#schedule();
    }
  }
}
