/** When a switch whose end is unknown is checked again. */
export type Recovery = {
  /**
   * Something happened that may help: a new token, the network or the player is back. Checks at once; `refill` grants a
   * new budget.
   */
  wake(refill?: boolean): void;
  /** A check has just settled nothing: schedules the next one, after `waitMs` if that is known. */
  later(waitMs?: number): void;
  stop(): void;
};

/**
 * The result of a check: whether the switch is still open, and in how many milliseconds another check can settle it.
 */
export type Attempt = {readonly isOpen: boolean; readonly waitMs?: number | undefined};

export type RecoveryOptions = {
  /** Reads the journal and, when `mayCheck`, checks what is open. Never rejects. */
  attempt(mayCheck: boolean): Promise<Attempt>;
  after(ms: number, task: () => void): () => void;
  random(): number;
  /** Milliseconds since 1970. */
  today(): number;
  /** The most checks per hour that settle nothing. */
  most?: number;
};

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 120_000;
const HOUR_MS = 3_600_000;

/** Checks at every wake-up. After a check that settled nothing, it checks again with growing waits and full jitter. */
export function createRecovery(options: RecoveryOptions): Recovery {
  return new Checks(options);
}

class Checks implements Recovery {
  readonly #options: RecoveryOptions;
  readonly #most: number;
  #unsettled = 0;
  #since: number;
  #isBusy = false;
  #again = false;
  #isStopped = false;
  #cancel = (): void => undefined;

  constructor(options: RecoveryOptions) {
    this.#options = options;
    this.#most = options.most ?? 5;
    this.#since = options.today();
  }

  wake(isNew = false): void {
    if (isNew) this.#refill();
    void this.#run();
  }

  later(waitMs?: number): void {
    this.#cancel();
    if (this.#isStopped) return;
    // A wait with a known end does not count as a failed attempt.
    if (waitMs !== undefined) return this.#plan(waitMs);
    if (++this.#unsettled >= this.#most) return this.#plan(HOUR_MS);
    this.#plan(this.#options.random() * Math.min(FIRST_WAIT_MS * 4 ** this.#unsettled, LONGEST_WAIT_MS));
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  async #run(): Promise<void> {
    this.#cancel();
    this.#again = this.#isBusy;
    if (this.#isBusy || this.#isStopped) return;
    this.#isBusy = true;
    if (Math.abs(this.#options.today() - this.#since) >= HOUR_MS) this.#refill();
    const {isOpen, waitMs} = await this.#options.attempt(this.#unsettled < this.#most);
    this.#isBusy = false;
    if (this.#again) return this.#run();
    if (isOpen) this.later(waitMs);
  }

  #refill(): void {
    this.#unsettled = 0;
    this.#since = this.#options.today();
  }

  #plan(ms: number): void {
    this.#cancel = this.#options.after(ms, () => void this.#run());
  }
}
