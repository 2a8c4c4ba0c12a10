import type {Clock} from '../world/times.js';
import type {SeedChain} from './seed.js';

const HOUR = 3600 * 1000;

/** When a chain runs, in milliseconds since 1970. `end` is `null` without an end, `nextReset` without a schedule. */
export type ChainTimes = {readonly start: number; readonly end: number | null; readonly nextReset: number | null};

/** What a chain's times are, and whether the project has switched the chain on. */
export type ChainPlan = ChainTimes & {readonly enabled: boolean};

/**
 * When the chains run: the hours of the seed from the start of the server on, and what was changed since.
 *
 * How the vendor's calls treat a chain outside its dates is not documented. Decided here: it is listed, with its dates
 * saying so; nothing on it can be claimed, not by `user-clan-update` either; it takes no points. A chain that is
 * switched off is as if it were not there. When a date of reset has passed, nothing happens by itself.
 */
export class Calendar {
  readonly #clock: Clock;
  readonly #changes = new Map<number, Partial<ChainPlan>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The calendar as it is, whatever changes later. */
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

  /** Whether the chain gives and takes now: switched on, begun and not over. */
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
