import {createPlayer, type Player} from '../players/player.js';
import type {Seed} from '../seed/seed.js';
import {Past} from './past.js';
import type {Clock} from './times.js';

/** One family's state in the world: created from the seed, and copied for reads of an earlier state. */
export type FamilyState<Self> = {copy(): Self};

/** The class of a family's state, which {@link World.of} finds it by. */
export type FamilyStateClass<State> = new (seed: Seed, clock: Clock) => State;

/**
 * The state of the project: its players, and what each family keeps. It is independent of HTTP, tokens and any family.
 */
export class World {
  readonly clock: Clock;
  readonly seed: Seed;
  readonly #past = new Past<World>();
  #players = new Map<string, Player>();
  readonly #listeners = new Set<() => void>();
  readonly #families = new Map<FamilyStateClass<unknown>, FamilyState<unknown>>();

  constructor(seed: Seed, clock: Clock) {
    this.seed = seed;
    this.clock = clock;
    this.reset();
  }

  /** Restores the seed; every family starts again. */
  reset(): void {
    this.#past.clear();
    this.#players = new Map(this.seed.players.map(({user, clan}) => [user, createPlayer(user, clan)]));
    this.#families.clear();
  }

  /** Saves the current world, for reads of an earlier state; called before each change. */
  remember(): void {
    this.#past.keep(this.#copy(), this.clock.now());
  }

  /** Calls back after each change from outside, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Notifies the listeners that something may have changed. */
  announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** The world as it was this number of seconds ago. */
  ago(seconds: number): World {
    return this.#past.at(this.clock.now() - seconds * 1_000) ?? this;
  }

  get projectId(): number {
    return this.seed.project_id;
  }

  /** The player of that name; created, without a clan, if there is none. */
  player(user: string): Player {
    const player = this.#players.get(user) ?? createPlayer(user, null);
    this.#players.set(user, player);
    return player;
  }

  hasPlayer(user: string): boolean {
    return this.#players.has(user);
  }

  /** A family's state in this world; the same one until the next reset. */
  of<State extends FamilyState<State>>(family: FamilyStateClass<State>): State {
    const state = (this.#families.get(family) as State | undefined) ?? new family(this.seed, this.clock);
    this.#families.set(family, state);
    return state;
  }

  #copy(): World {
    const copy = new World(this.seed, this.clock);
    copy.#players = new Map(
      [...this.#players].map(([user, player]) => [user, {...player, attributes: new Map(player.attributes)}]),
    );
    for (const [family, state] of this.#families) copy.#families.set(family, state.copy() as FamilyState<unknown>);
    return copy;
  }
}
