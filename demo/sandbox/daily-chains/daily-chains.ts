import {itemIds} from '../seed/seed-items.js';
import type {Clock} from '../world/times.js';
import type {Seed} from '../seed/seed.js';
import {type DailyClaim, type DailyPlan, type Day, DAY_MS, daysOf} from './days.js';
import type {DailyChainsSeed, SeedDailyChain, SeedDailyItem} from './seed.js';

const HOUR = 3600 * 1000;

/** How an attempt to claim a day ended. */
export type DailyClaimOutcome = 'claimed' | 'no-step' | 'already-claimed' | 'not-now';

type Days = readonly (Day & {readonly step_number: number; readonly items: readonly SeedDailyItem[]})[];

/** The daily chains of the project, and the players' claims. */
export class DailyChains {
  readonly #seed: DailyChainsSeed & Pick<Seed, 'chains' | 'offer_chains' | 'catalog_items'>;
  readonly #clock: Clock;
  #ids: ReadonlyMap<string, number>;
  #chains: Map<number, SeedDailyChain>;
  readonly #disabled = new Set<number>();
  /** By chain and player. */
  readonly #claims = new Map<string, readonly DailyClaim[]>();

  constructor(seed: DailyChainsSeed & Pick<Seed, 'chains' | 'offer_chains' | 'catalog_items'>, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    this.#ids = itemIds(seed);
    this.#chains = new Map(seed.daily_chains.map(chain => [chain.id, chain]));
    const claims = [...seed.daily_claims].sort((left, right) => left.claimed_in_hours - right.claimed_in_hours);
    for (const {user, daily_chain_id, step_number, claimed_in_hours} of claims) {
      this.#add(user, daily_chain_id, {step_number, at: this.#at(claimed_in_hours)});
    }
  }

  copy(): DailyChains {
    const copy = new DailyChains({...this.#seed, daily_claims: []}, this.#clock);
    copy.#ids = this.#ids;
    copy.#chains = new Map(this.#chains);
    for (const id of this.#disabled) copy.#disabled.add(id);
    for (const [key, claims] of this.#claims) copy.#claims.set(key, claims);
    return copy;
  }

  /** All chains, enabled or not, by `order`, then by id. */
  get all(): readonly SeedDailyChain[] {
    return [...this.#chains.values()].sort((left, right) => left.order - right.order || left.id - right.id);
  }

  /** The chains that players see. */
  get enabled(): readonly SeedDailyChain[] {
    return this.all.filter(chain => this.isEnabled(chain));
  }

  /** A chain, enabled or not. */
  get(id: number): SeedDailyChain | undefined {
    return this.#chains.get(id);
  }

  isEnabled({id}: Pick<SeedDailyChain, 'id'>): boolean {
    return !this.#disabled.has(id);
  }

  setEnabled({id}: Pick<SeedDailyChain, 'id'>, enabled: boolean): void {
    if (enabled) this.#disabled.delete(id);
    else this.#disabled.add(id);
  }

  /**
   * Adds a chain, or replaces one; claims stay.
   *
   * @param ids - The numbers of its items.
   */
  put(chain: SeedDailyChain, ids: ReadonlyMap<string, number>): void {
    this.#chains.set(chain.id, chain);
    this.#ids = new Map([...this.#ids, ...ids]);
  }

  /** Removes a chain, with its claims. */
  remove(chain: SeedDailyChain): void {
    this.#chains.delete(chain.id);
    this.clear(chain);
  }

  /** Clears the claims of all players. */
  clear({id}: SeedDailyChain): void {
    for (const key of this.#claims.keys()) if (isOfChain(key, id)) this.#claims.delete(key);
  }

  /** When a chain runs, milliseconds since 1970. A chain that has no last day has no end. */
  timesOf(chain: SeedDailyChain): {readonly start: number; readonly end: number | null} {
    const start = this.#at(chain.starts_in_hours);
    const isEndless = chain.is_recurrent || chain.type === 'rolling';
    return {start, end: isEndless ? null : start + chain.steps.length * DAY_MS};
  }

  daysFor(user: string, chain: SeedDailyChain): Days {
    const steps = [...chain.steps].sort((left, right) => left.step_number - right.step_number);
    const {start} = this.timesOf(chain);
    const plan: DailyPlan = {...chain, start, steps: steps.map(({step_number}) => step_number)};
    const days = daysOf(plan, this.#claims.get(keyOf(user, chain.id)) ?? [], this.#clock.now());
    return steps.map((step, index) => ({...step, ...(days[index] as Day)}));
  }

  claim(user: string, chain: SeedDailyChain, stepNumber: number): DailyClaimOutcome {
    const day = this.daysFor(user, chain).find(({step_number}) => step_number === stepNumber);
    if (!day) return 'no-step';
    if (day.status === 'claimed') return 'already-claimed';
    if (day.status !== 'claimable') return 'not-now';
    this.#add(user, chain.id, {step_number: stepNumber, at: this.#clock.now()});
    return 'claimed';
  }

  /** The item's number in the project. */
  idOf(sku: string): number {
    return this.#ids.get(sku) ?? 0;
  }

  #add(user: string, chainId: number, claim: DailyClaim): void {
    const key = keyOf(user, chainId);
    this.#claims.set(key, [...(this.#claims.get(key) ?? []), claim]);
  }

  #at(hours: number): number {
    return this.#clock.startedAt + hours * HOUR;
  }
}

function keyOf(user: string, chainId: number): string {
  return JSON.stringify([user, chainId]);
}

function isOfChain(key: string, chainId: number): boolean {
  return (JSON.parse(key) as [string, number])[1] === chainId;
}
