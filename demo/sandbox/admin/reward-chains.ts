import type {ChainPlan} from '../reward-chains/calendar.js';
import type {SeedChain} from '../reward-chains/seed.js';
import type {Chains} from '../reward-chains/chains.js';
import {fromSeed, toPlayerChain} from './chain-translation.js';
import type {Catalog} from './catalog.js';
import type {ChainInput, ChainUpdate, ManagedChain, ManagedStep, StepInput} from './reward-chain-input.js';
import {nextReset} from './schedules.js';
import type {ValuePoint, ValuePoints} from './value-points.js';

/** The fields of a chain that no update changes. */
type Kept = Pick<ManagedChain, 'reward_chain_id' | 'value_point'>;

/** Ids of created chains and steps; lower ids are for seeds. */
const FIRST_ID = 100_001;

/** The chains in the form of managers. Each change takes effect in the world, and so for players, at once. */
export class RewardChains {
  readonly #chains = new Map<number, ManagedChain>();
  readonly #forPlayers: Chains;
  readonly #points: ValuePoints;
  readonly #catalog: Catalog;
  #nextId = FIRST_ID;

  constructor(forPlayers: Chains, points: ValuePoints, catalog: Catalog) {
    this.#forPlayers = forPlayers;
    this.#points = points;
    this.#catalog = catalog;
    for (const chain of forPlayers.all)
      this.#chains.set(chain.reward_chain_id, fromSeed(chain, forPlayers.calendar.planOf(chain)));
  }

  get all(): readonly ManagedChain[] {
    return [...this.#chains.values()].sort((one, other) => one.order - other.order);
  }

  get(id: number): ManagedChain | undefined {
    return this.#chains.get(id);
  }

  /** When the chain runs, and whether it is enabled. */
  planOf({reward_chain_id}: ManagedChain): ChainPlan {
    return this.#forPlayers.calendar.planOf(this.#playerChain(reward_chain_id));
  }

  create(input: ChainInput): number {
    const reward_chain_id = this.#nextId++;
    this.#put({reward_chain_id, value_point: input.value_point}, input);
    return reward_chain_id;
  }

  /** Points and claims stay, except those of deleted steps. */
  replace(chain: ManagedChain, input: ChainUpdate): void {
    this.#put(chain, input);
  }

  toggle(chain: ManagedChain): void {
    const {enabled} = this.planOf(chain);
    this.#forPlayers.calendar.change(this.#playerChain(chain.reward_chain_id), {enabled: !enabled});
  }

  /** Clears the points and claims of all players. */
  reset({reward_chain_id}: ManagedChain): void {
    this.#forPlayers.clear(this.#playerChain(reward_chain_id));
  }

  delete({reward_chain_id}: ManagedChain): void {
    this.#forPlayers.remove(this.#playerChain(reward_chain_id));
    this.#chains.delete(reward_chain_id);
  }

  /** Whether any chain uses the value point. */
  count({sku}: ValuePoint): boolean {
    return this.all.some(({value_point}) => value_point.sku === sku);
  }

  /** Updates the value point that players see. */
  recount(point: ValuePoint): void {
    for (const chain of this.all.filter(({value_point}) => value_point.sku === point.sku)) this.#publish(chain, point);
  }

  #put({reward_chain_id, value_point}: Kept, input: ChainUpdate): void {
    const before = this.#chains.get(reward_chain_id);
    const {date_start: _, date_end: __, is_enabled: ___, steps, ...fields} = input;
    const order = input.order ?? before?.order ?? this.#chains.size + 1;
    const managed = {...fields, reward_chain_id, value_point, order, steps: steps.map(step => this.#toStep(step))};
    const plan = this.#toPlan(input, before);
    this.#chains.set(reward_chain_id, managed);
    const point = this.#points.get(value_point.sku);
    if (point) this.#forPlayers.calendar.change(this.#publish(managed, point), plan);
  }

  #publish(chain: ManagedChain, point: ValuePoint): SeedChain {
    const forPlayers = toPlayerChain(chain, point, this.#catalog);
    this.#forPlayers.put(forPlayers);
    return forPlayers;
  }

  #toStep({step_id, image_url = null, ...step}: StepInput): ManagedStep {
    return {...step, image_url, step_id: step_id ?? this.#nextId++};
  }

  /** The date of the next reset stays unless the schedule changes. */
  #toPlan({date_start, date_end, is_enabled, recurrent_schedule}: ChainUpdate, before?: ManagedChain): ChainPlan {
    const isSame = before && JSON.stringify(before.recurrent_schedule) === JSON.stringify(recurrent_schedule);
    const next = recurrent_schedule ? nextReset(recurrent_schedule, Date.now()) : null;
    return {
      start: Date.parse(date_start),
      end: date_end == null ? null : Date.parse(date_end),
      nextReset: isSame ? this.planOf(before).nextReset : next,
      enabled: is_enabled,
    };
  }

  #playerChain(id: number): SeedChain {
    const chain = this.#forPlayers.get(id);
    if (!chain) throw new Error(`Chain ${id} is not in the world`);
    return chain;
  }
}
