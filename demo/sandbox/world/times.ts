const SECOND = 1000;

/** When the sandbox started and what time it is, milliseconds since 1970. Seeds count from the start. */
export type Clock = {readonly startedAt: number; readonly now: () => number};

/** A clock that can be put forward, so that days pass while nobody waits. */
export class MovableClock implements Clock {
  readonly startedAt: number;
  readonly #now: () => number;
  #aheadMs = 0;

  constructor(startedAt: number, now: () => number) {
    this.startedAt = startedAt;
    this.#now = now;
  }

  readonly now = (): number => this.#now() + this.#aheadMs;

  /** Whether it says another time than the machine. */
  get isAhead(): boolean {
    return this.#aheadMs > 0;
  }

  /** Puts it forward. Time never runs backwards, or claims would be made before their day. */
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
