import {type Audienced, meantFor} from '../players/audience.js';
import type {Player} from '../players/player.js';
import {itemIds} from '../seed/seed-items.js';
import type {Seed} from '../seed/seed.js';
import type {Clock} from '../world/times.js';
import {type Round, roundAt} from '../world/rounds.js';
import type {SeedOfferChain, SeedOfferStep} from './seed.js';

const HOUR = 3600 * 1000;

/** Why a step is not taken: it isn't there, taken already, not the next one, or of the other kind. */
export type StepRefusal = 'no-step' | 'already-claimed' | 'not-next' | 'not-free' | 'is-free';

type OwnSeed = Pick<Seed, 'chains' | 'daily_chains' | 'offer_chains' | 'offer_claims' | 'catalog_items'>;
type Taken = {readonly step_number: number; readonly at: number};

/**
 * The offer chains of the project, and what players took from them. A step opens with the one before. A chain outside its
 * dates is listed, and nothing on it can be taken; one that is switched off is as if it were not there.
 */
export class OfferChains {
  readonly #seed: OwnSeed;
  readonly #clock: Clock;
  #ids: ReadonlyMap<string, number>;
  #chains: Map<number, SeedOfferChain>;
  /** By chain and player. */
  readonly #taken = new Map<string, readonly Taken[]>();
  readonly #disabled = new Set<number>();
  /** When a chain was reset by hand, milliseconds since 1970. */
  readonly #resets = new Map<number, number>();

  constructor(seed: OwnSeed, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    this.#ids = itemIds(seed);
    this.#chains = new Map(seed.offer_chains.map(chain => [chain.id, chain]));
    for (const {user, offer_chain_id, step_number, claimed_in_hours} of seed.offer_claims) {
      this.#add(user, offer_chain_id, {step_number, at: this.#at(claimed_in_hours)});
    }
  }

  copy(): OfferChains {
    const copy = new OfferChains({...this.#seed, offer_claims: []}, this.#clock);
    copy.#ids = this.#ids;
    copy.#chains = new Map(this.#chains);
    for (const [key, taken] of this.#taken) copy.#taken.set(key, taken);
    for (const id of this.#disabled) copy.#disabled.add(id);
    for (const [id, at] of this.#resets) copy.#resets.set(id, at);
    return copy;
  }

  /** The chains that the player sees, by `order`, then by id. */
  for(player: Player): readonly SeedOfferChain[] {
    const enabled = this.all.filter(({id}) => !this.#disabled.has(id));
    return meantFor<SeedOfferChain & Audienced>(player, enabled).sort(
      (left, right) => left.order - right.order || left.id - right.id,
    );
  }

  /** One of {@link for}. */
  oneFor(player: Player, id: number): SeedOfferChain | undefined {
    return this.for(player).find(chain => chain.id === id);
  }

  /** All chains, switched on or off. */
  get all(): readonly SeedOfferChain[] {
    return [...this.#chains.values()];
  }

  /** A chain, switched on or off. */
  get(id: number): SeedOfferChain | undefined {
    return this.#chains.get(id);
  }

  /**
   * Adds a chain, or replaces one; what players took stays.
   *
   * @param ids - The numbers of its items.
   */
  put(chain: SeedOfferChain, ids: ReadonlyMap<string, number>): void {
    this.#chains.set(chain.id, chain);
    this.#ids = new Map([...this.#ids, ...ids]);
  }

  /** Removes a chain, with what players took. */
  remove({id}: SeedOfferChain): void {
    this.#chains.delete(id);
    this.#forget(id);
  }

  isEnabled({id}: SeedOfferChain): boolean {
    return !this.#disabled.has(id);
  }

  /** When a chain runs, milliseconds since 1970. */
  timesOf({starts_in_hours, ends_in_hours}: SeedOfferChain): {readonly start: number; readonly end: number | null} {
    return {start: this.#at(starts_in_hours), end: ends_in_hours === null ? null : this.#at(ends_in_hours)};
  }

  /** The round that is running; without a schedule there is one, without an end. */
  roundOf({id, recurrent_schedule: schedule}: SeedOfferChain): Round {
    const byHand = this.#resets.get(id) ?? -Infinity;
    if (!schedule) return {since: byHand, next: Infinity};
    const {since, next} = roundAt(schedule.interval_type, this.#at(schedule.resets_in_hours), this.#clock.now());
    return {since: Math.max(since, byHand), next};
  }

  /** Whether the player has taken the step in this round. */
  has(user: string, chain: SeedOfferChain, {step_number}: SeedOfferStep): boolean {
    const {since} = this.roundOf(chain);
    const taken = this.#taken.get(keyOf(user, chain.id)) ?? [];
    return taken.some(one => one.step_number === step_number && one.at >= since);
  }

  /** The step that is to be taken next; `undefined` when all are. */
  nextOf(user: string, chain: SeedOfferChain): SeedOfferStep | undefined {
    return stepsOf(chain).find(step => !this.has(user, chain, step));
  }

  /** Why the player cannot take this step now, by a claim (`free`) or by an order; `undefined` when it can be taken. */
  refusalOf(user: string, chain: SeedOfferChain, stepNumber: number, way: 'free' | 'paid'): StepRefusal | undefined {
    const step = chain.steps.find(({step_number}) => step_number === stepNumber);
    if (!step || !this.#isRunning(chain)) return 'no-step';
    if (this.has(user, chain, step)) return 'already-claimed';
    if (this.nextOf(user, chain) !== step) return 'not-next';
    if (way === 'free') return step.price ? 'not-free' : undefined;
    return step.price ? undefined : 'is-free';
  }

  /**
   * Marks a step as taken by an order or a claim that was made at `at`. One from before the last reset counts in the
   * round of then, and the player finds the step open.
   */
  take(user: string, chain: SeedOfferChain, step_number: number, at: number): void {
    this.#add(user, chain.id, {step_number, at});
  }

  /** Starts the chain again for everybody. */
  restart({id}: SeedOfferChain): void {
    this.#forget(id);
    this.#resets.set(id, this.#clock.now());
  }

  setEnabled({id}: SeedOfferChain, enabled: boolean): void {
    if (enabled) this.#disabled.delete(id);
    else this.#disabled.add(id);
  }

  /** The number that an item has among the project's. */
  idOf(sku: string): number {
    return this.#ids.get(sku) ?? 0;
  }

  #forget(id: number): void {
    for (const key of this.#taken.keys()) if (isOfChain(key, id)) this.#taken.delete(key);
  }

  #isRunning(chain: SeedOfferChain): boolean {
    const {start, end} = this.timesOf(chain);
    const now = this.#clock.now();
    return start <= now && (end === null || now < end);
  }

  #add(user: string, chainId: number, taken: Taken): void {
    const key = keyOf(user, chainId);
    this.#taken.set(key, [...(this.#taken.get(key) ?? []), taken]);
  }

  #at(hours: number): number {
    return this.#clock.startedAt + hours * HOUR;
  }
}

/** The steps of a chain by their numbers. */
export function stepsOf({steps}: SeedOfferChain): SeedOfferStep[] {
  return [...steps].sort((left, right) => left.step_number - right.step_number);
}

function keyOf(user: string, chainId: number): string {
  return JSON.stringify([user, chainId]);
}

function isOfChain(key: string, chainId: number): boolean {
  return (JSON.parse(key) as [string, number])[1] === chainId;
}
