import type {Condition} from '../players/attribute-conditions.js';
import type {OfferChains} from '../offer-chains/offer-chains.js';
import type {SeedOfferChain, SeedOfferPoints, SeedOfferStep} from '../offer-chains/seed.js';
import type {SeedPrice} from '../seed/fields.js';
import type {Clock} from '../world/times.js';
import type {ChainItems, StepItem} from './chain-items.js';
import {scheduleOf} from './chain-translation.js';
import {nextReset, type Schedule} from './schedules.js';
import {inEnglish, shown, type Texts} from './texts.js';

/** A step in a request; a new one has no id. */
export type OfferStepInput = {
  readonly step_id?: number;
  readonly step_number: number;
  readonly is_free: boolean;
  readonly items: readonly StepItem[];
};

/** When a chain starts again: as for reward chains, or every hour. */
export type OfferSchedule = Exclude<Schedule, {interval_type: 'daily'}> | {readonly interval_type: 'hourly'};

/** An offer chain in a request (`admin-create-offer-chain`). */
export type OfferChainInput = {
  readonly name: Texts;
  readonly description?: Texts | null;
  readonly is_enabled: boolean;
  readonly date_start: string;
  readonly date_end?: string | null;
  readonly order?: number;
  readonly recurrent_schedule?: OfferSchedule | null;
  readonly attribute_conditions?: readonly Condition[];
  readonly is_always_visible?: boolean;
  readonly steps: readonly OfferStepInput[];
};

export type ManagedOfferStep = OfferStepInput & {readonly step_id: number};

/** An offer chain as stored for managers. Its dates, prices, and whether it is enabled, are the world's. */
export type ManagedOfferChain = Omit<OfferChainInput, 'date_start' | 'date_end' | 'is_enabled' | 'steps'> & {
  readonly id: number;
  readonly order: number;
  readonly steps: readonly ManagedOfferStep[];
};

/** What the shop says of an item: its price, and the points that it gives on reward chains. */
export type ItemFacts = {
  priceOf(sku: string): SeedPrice | null;
  pointsOf(sku: string): readonly SeedOfferPoints[];
};

const HOUR = 3_600_000;
/** Ids of created chains; lower ids are for seeds. */
const FIRST_ID = 300_001;
const FIRST_STEP_ID = 300_100_001;

/** The offer chains in the form of managers. Each change takes effect in the world, and so for players, at once. */
export class ManagedOfferChains {
  readonly #chains = new Map<number, ManagedOfferChain>();
  readonly #forPlayers: OfferChains;
  readonly #items: ChainItems;
  readonly #facts: ItemFacts;
  readonly #clock: Clock;
  #nextId = FIRST_ID;
  #nextStepId = FIRST_STEP_ID;

  constructor(forPlayers: OfferChains, items: ChainItems, facts: ItemFacts, clock: Clock) {
    this.#forPlayers = forPlayers;
    this.#items = items;
    this.#facts = facts;
    this.#clock = clock;
    for (const chain of forPlayers.all) this.#chains.set(chain.id, this.#fromSeed(chain));
  }

  get all(): readonly ManagedOfferChain[] {
    return [...this.#chains.values()].sort((one, other) => one.order - other.order || one.id - other.id);
  }

  get(id: number): ManagedOfferChain | undefined {
    return this.#chains.get(id);
  }

  /** The chain as players get it. */
  playerChain({id}: Pick<ManagedOfferChain, 'id'>): SeedOfferChain {
    const chain = this.#forPlayers.get(id);
    if (!chain) throw new Error(`Offer chain ${id} is not in the world`);
    return chain;
  }

  timesOf(chain: ManagedOfferChain): {readonly start: number; readonly end: number | null} {
    return this.#forPlayers.timesOf(this.playerChain(chain));
  }

  /** When it starts again, milliseconds since 1970; `null` without a schedule. */
  nextResetOf(chain: ManagedOfferChain): number | null {
    const forPlayers = this.playerChain(chain);
    return forPlayers.recurrent_schedule && this.#forPlayers.roundOf(forPlayers).next;
  }

  isEnabled(chain: ManagedOfferChain): boolean {
    return this.#forPlayers.isEnabled(this.playerChain(chain));
  }

  create(input: OfferChainInput): number {
    const id = this.#nextId++;
    this.put(id, input);
    return id;
  }

  /** Adds or replaces a chain. What players took stays. */
  put(id: number, input: OfferChainInput): void {
    const before = this.get(id);
    const {date_start: _, date_end: __, is_enabled, steps, ...fields} = input;
    const order = input.order ?? before?.order ?? this.#chains.size + 1;
    const kept = steps.map(step => ({...step, step_id: step.step_id ?? this.#nextStepId++}));
    const managed = {...fields, id, order, steps: kept};
    const forPlayers = this.#toPlayers(managed, input, before);
    this.#chains.set(id, managed);
    this.#forPlayers.put(forPlayers, this.#items.idsOf(steps.flatMap(({items}) => items)));
    this.#forPlayers.setEnabled(forPlayers, is_enabled);
  }

  toggle(chain: ManagedOfferChain): void {
    this.#forPlayers.setEnabled(this.playerChain(chain), !this.isEnabled(chain));
  }

  delete(chain: ManagedOfferChain): void {
    this.#forPlayers.remove(this.playerChain(chain));
    this.#chains.delete(chain.id);
  }

  #toPlayers(managed: ManagedOfferChain, input: OfferChainInput, before?: ManagedOfferChain): SeedOfferChain {
    const {id, order, attribute_conditions, is_always_visible, recurrent_schedule = null} = managed;
    const isSame = before && JSON.stringify(before.recurrent_schedule ?? null) === JSON.stringify(recurrent_schedule);
    return {
      id,
      name: shown(managed.name) ?? '',
      description: shown(managed.description),
      order,
      starts_in_hours: this.#hoursTo(Date.parse(input.date_start)),
      ends_in_hours: input.date_end == null ? null : this.#hoursTo(Date.parse(input.date_end)),
      recurrent_schedule: isSame
        ? this.playerChain(before).recurrent_schedule
        : this.#toPlayerSchedule(recurrent_schedule),
      steps: managed.steps.map(step => this.#toPlayerStep(step, before && this.#stepBefore(step, before))),
      ...(attribute_conditions && {attribute_conditions}),
      ...(is_always_visible !== undefined && {is_always_visible}),
    };
  }

  /** Price and points are the item's when the step is made; a step of the seed keeps its own. */
  #toPlayerStep({step_number, is_free, items}: ManagedOfferStep, before?: SeedOfferStep): SeedOfferStep {
    const item = items[0] as StepItem;
    const points = before ? (before.points ?? []) : this.#facts.pointsOf(item.sku);
    return {
      step_number,
      price: is_free ? null : (before?.price ?? this.#facts.priceOf(item.sku)),
      item: this.#items.forPlayers(item),
      ...(points.length > 0 && {points}),
    };
  }

  /** The same step with the same item, as players got it before. */
  #stepBefore({step_id, items}: ManagedOfferStep, before: ManagedOfferChain): SeedOfferStep | undefined {
    const old = before.steps.find(step => step.step_id === step_id && step.items[0]?.sku === items[0]?.sku);
    return old && this.playerChain(before).steps.find(({step_number}) => step_number === old.step_number);
  }

  #toPlayerSchedule(schedule: OfferSchedule | null): SeedOfferChain['recurrent_schedule'] {
    if (!schedule) return null;
    const now = this.#clock.now();
    const {interval_type} = schedule;
    const next = interval_type === 'hourly' ? (Math.floor(now / HOUR) + 1) * HOUR : nextReset(schedule, now);
    return {interval_type, resets_in_hours: this.#hoursTo(next)};
  }

  #hoursTo(moment: number): number {
    return (moment - this.#clock.startedAt) / HOUR;
  }

  #fromSeed(chain: SeedOfferChain): ManagedOfferChain {
    const {id, name, description, order, recurrent_schedule, attribute_conditions, is_always_visible} = chain;
    return {
      id,
      name: {en: name},
      description: inEnglish(description),
      order,
      recurrent_schedule: recurrent_schedule && this.#fromSeedSchedule(recurrent_schedule),
      ...(attribute_conditions && {attribute_conditions}),
      ...(is_always_visible !== undefined && {is_always_visible}),
      steps: chain.steps.map(({step_number, price, item: {sku, quantity}}) => {
        return {step_id: this.#nextStepId++, step_number, is_free: price === null, items: [{sku, quantity}]};
      }),
    };
  }

  #fromSeedSchedule({
    interval_type,
    resets_in_hours,
  }: NonNullable<SeedOfferChain['recurrent_schedule']>): OfferSchedule {
    if (interval_type === 'hourly') return {interval_type};
    return scheduleOf(interval_type, this.#clock.startedAt + resets_in_hours * HOUR);
  }
}
