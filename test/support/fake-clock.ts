import type {Clock} from '../../src/stores/clock.js';

/** A clock that stands still until a test moves it, in a page that is shown and hidden by the test. */
export class FakeClock implements Clock {
  /** What `random` gives; a half leaves every wait as it is. */
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

  /** How long each task has to wait from now, shortest first. */
  get waits(): readonly number[] {
    return this.#tasks.map(({at}) => at - this.#now).sort((a, b) => a - b);
  }

  /** How many listen to the page being shown and hidden. */
  get watchers(): number {
    return this.#listeners.size;
  }

  /** Lets time pass, and what is due happen in its order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let due = this.#next(end); due; due = this.#next(end)) {
      this.#now = Math.max(this.#now, due.at);
      this.#tasks = this.#tasks.filter(task => task !== due);
      due.run();
    }
    this.#now = end;
  }

  /** Lets time pass during which nothing runs; what was due runs at its end, late. */
  sleep(ms: number): void {
    this.#now += ms;
    this.pass(0);
  }

  /** Sets the calendar forward or back, as a player does; time goes on. */
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
