import type {Clock} from '../world/times.js';
import type {SeedChain} from './seed.js';

const HOUR = 3600 * 1000;

/** When a chain runs, in milliseconds since 1970. `end` is `null` without an end, `nextReset` without a schedule. */
export type ChainTimes = {readonly start: number; readonly end: number | null; readonly nextReset: number | null};

/** A chain's times, and whether the project has enabled the chain. */
export type ChainPlan = ChainTimes & {readonly enabled: boolean};

/**
 * When the chains run: the seed's hours from the start of the server, and later changes.
 *
 * The vendor doesn't document how its calls treat a chain outside its dates. Our decisions: it is listed with its
 * dates; nothing on it can be claimed, not even by `user-clan-update`; it takes no points. A disabled chain behaves as
 * if it did not exist. When a reset date has passed, nothing happens automatically.
 */
export class Calendar {
  readonly #clock: Clock;
  readonly #changes = new Map<number, Partial<ChainPlan>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A copy of the calendar, unaffected by later changes. */
  copy(): Calendar {
    const copy = new Calendar(this.#clock);
    for (const [id, changes] of this.#changes) copy.#changes.set(id, changes);
    return copy;
  }

  planOf(chain: SeedChain): ChainPlan {
    const {starts_in_hours, ends_in_hours, recurrent_schedule} = chain;
    return {
      start: this.#at(starts_in_hours),
      end: ends_in_hours === null ? null : this.#at(ends_in_hours),
      nextReset: recurrent_schedule && this.#at(recurrent_schedule.resets_in_hours),
      enabled: true,
      ...this.#changes.get(chain.reward_chain_id),
    };
  }

  /** Whether the chain is running: enabled, started and not ended. */
  isRunning(chain: SeedChain): boolean {
    const {enabled, start, end} = this.planOf(chain);
    const now = this.#clock.now();
    return enabled && start <= now && (end === null || now < end);
  }

  change(chain: SeedChain, changes: Partial<ChainPlan>): void {
    const id = chain.reward_chain_id;
    this.#changes.set(id, {...this.#changes.get(id), ...changes});
  }

  #at(hours: number): number {
    return this.#clock.startedAt + hours * HOUR;
  }
}
