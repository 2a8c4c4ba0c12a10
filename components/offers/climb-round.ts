import {isBetterClimb, type ItemClimb} from '../../src/catalog/climb.js';

/** An element that could answer a player who wants to climb. */
export type Contender = {
  /** Whether its items are still to come. */
  isLoading(): boolean;
  /** What its own items can do; `undefined` where it has none. */
  climb(): ItemClimb | undefined;
  answer(): void;
};

/**
 * The elements of a page that could answer one event. They decide together, once each knows its items, so that the page gets a
 * single answer: from the list that closes the gap cheapest, or from the one that gives most.
 */
export class ClimbRound {
  readonly #contenders = new Set<Contender>();
  #isOver = false;

  /** The round of an event. */
  static of(event: Event): ClimbRound {
    const round = rounds.get(event) ?? new ClimbRound();
    rounds.set(event, round);
    return round;
  }

  join(contender: Contender): void {
    this.#contenders.add(contender);
    this.check();
  }

  /** The element has left the page, or its player wants something else. */
  leave(contender: Contender): void {
    this.#contenders.delete(contender);
    this.check();
  }

  /** Decides, if every element knows its items now; by the next microtask every element has got the event. */
  check(): void {
    queueMicrotask(() => this.#decide());
  }

  #decide(): void {
    const all = [...this.#contenders];
    if (this.#isOver || !all.length || all.some(contender => contender.isLoading())) return;
    this.#isOver = true;
    all.reduce(better).answer();
  }
}

const rounds = new WeakMap<Event, ClimbRound>();

function better(best: Contender, next: Contender): Contender {
  const [climb, other] = [best.climb(), next.climb()];
  return other && (!climb || isBetterClimb(other, climb)) ? next : best;
}
