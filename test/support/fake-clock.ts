import type {Clock} from '../../src/stores/clock.js';

/** A clock that only a test moves, in a page that the test shows and hides. */
export class FakeClock implements Clock {
  /** The value of `random`; one half leaves every wait unchanged. */
  chance = 0.5;
  #now = 0;
  #hidden = false;
  #jumped = 0;
  #tasks: {at: number; run: () => void}[] = [];
  readonly #listeners = new Set<(online?: boolean) => void>();

  now = (): number => this.#now;
  today = (): number => Date.UTC(2025, 0, 1) + this.#now + this.#jumped;
  random = (): number => this.chance;
  hidden = (): boolean => this.#hidden;

  after(ms: number, run: () => void): () => void {
    const task = {at: this.#now + ms, run};
    this.#tasks.push(task);
    return () => (this.#tasks = this.#tasks.filter(other => other !== task));
  }

  onChange(listener: (online?: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The remaining wait of each task, shortest first. */
  get waits(): readonly number[] {
    return this.#tasks.map(({at}) => at - this.#now).sort((a, b) => a - b);
  }

  /** The number of listeners for visibility changes. */
  get watchers(): number {
    return this.#listeners.size;
  }

  /** Lets time pass, and runs due tasks in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let due = this.#next(end); due; due = this.#next(end)) {
      this.#now = Math.max(this.#now, due.at);
      this.#tasks = this.#tasks.filter(task => task !== due);
      due.run();
    }
    this.#now = end;
  }

  /** Lets time pass without running anything; due tasks run late, at the end. */
  sleep(ms: number): void {
    this.#now += ms;
    this.pass(0);
  }

  /** Moves the calendar forward or back, as a player may do; timers are not affected. */
  jump(ms: number): void {
    this.#jumped += ms;
  }

  goOnline(): void {
    [...this.#listeners].forEach(listener => listener(true));
  }

  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
    [...this.#listeners].forEach(listener => listener());
  }

  #next(end: number) {
    return this.#tasks.filter(({at}) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
