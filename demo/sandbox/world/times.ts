const SECOND = 1000;

/** The sandbox's start and its current time, milliseconds since 1970. Seeds count from the start. */
export type Clock = {readonly startedAt: number; readonly now: () => number};

/** A clock that can be moved forward, so that days pass without waiting. */
export class MovableClock implements Clock {
  readonly startedAt: number;
  readonly #now: () => number;
  #aheadMs = 0;

  constructor(startedAt: number, now: () => number) {
    this.startedAt = startedAt;
    this.#now = now;
  }

  readonly now = (): number => this.#now() + this.#aheadMs;

  /** Whether its time differs from the machine's. */
  get isAhead(): boolean {
    return this.#aheadMs > 0;
  }

  /** Moves it forward. Time never runs backwards, or claims would be made before their day. */
  advance(milliseconds: number): void {
    this.#aheadMs += milliseconds;
  }

  reset(): void {
    this.#aheadMs = 0;
  }
}

/** The vendor writes dates without a fraction and with a numeric offset. */
export function toDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, '+00:00');
}

/** The vendor writes the next reset as Unix time, in seconds. */
export function toUnixTime(milliseconds: number): number {
  return Math.floor(milliseconds / SECOND);
}
