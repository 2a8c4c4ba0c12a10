import type {DailyChains} from '../daily-chains/daily-chains.js';
import type {SeedDailyChain} from '../daily-chains/seed.js';
import type {Clock} from '../world/times.js';
import type {ChainItems, StepItem} from './chain-items.js';
import {inEnglish, shown, type Texts} from './texts.js';

type Day = {readonly step_number: number; readonly items: readonly StepItem[]};

/** A daily chain in a request; a new day has no id. */
export type DailyChainInput = {
  readonly name: Texts;
  readonly description?: Texts | null;
  readonly is_enabled: boolean;
  readonly date_start: string;
  readonly type: string;
  readonly is_recurrent?: boolean;
  readonly order?: number;
  readonly steps: readonly (Day & {readonly step_id?: number})[];
};

/** A daily chain as stored for managers. Its dates, and whether it is enabled, are the world's. */
export type ManagedDailyChain = {
  readonly id: number;
  readonly name: Texts;
  readonly description: Texts | null;
  readonly order: number;
  readonly steps: readonly (Day & {readonly step_id: number})[];
};

/** The kinds of chains that the sandbox has. */
export const DAILY_TYPES = ['calendar_hard', 'rolling'] as const;

const HOUR = 3_600_000;
/** Ids of created chains; lower ids are for seeds. */
const FIRST_ID = 200_001;
const FIRST_STEP_ID = 200_100_001;

/** The daily chains in the form of managers. Each change takes effect in the world, and so for players, at once. */
export class ManagedDailyChains {
  readonly #chains = new Map<number, ManagedDailyChain>();
  readonly #forPlayers: DailyChains;
  readonly #items: ChainItems;
  readonly #clock: Clock;
  #nextId = FIRST_ID;
  #nextStepId = FIRST_STEP_ID;

  constructor(forPlayers: DailyChains, items: ChainItems, clock: Clock) {
    this.#forPlayers = forPlayers;
    this.#items = items;
    this.#clock = clock;
    for (const chain of forPlayers.all) this.#chains.set(chain.id, this.#fromSeed(chain));
  }

  get all(): readonly ManagedDailyChain[] {
    return [...this.#chains.values()].sort((one, other) => one.order - other.order || one.id - other.id);
  }

  get(id: number): ManagedDailyChain | undefined {
    return this.#chains.get(id);
  }

  /** The chain as players get it. */
  playerChain({id}: Pick<ManagedDailyChain, 'id'>): SeedDailyChain {
    const chain = this.#forPlayers.get(id);
    if (!chain) throw new Error(`Daily chain ${id} is not in the world`);
    return chain;
  }

  timesOf(chain: ManagedDailyChain): {readonly start: number; readonly end: number | null} {
    return this.#forPlayers.timesOf(this.playerChain(chain));
  }

  isEnabled(chain: ManagedDailyChain): boolean {
    return this.#forPlayers.isEnabled(chain);
  }

  create(input: DailyChainInput): number {
    const id = this.#nextId++;
    this.put(id, input);
    return id;
  }

  /** Adds or replaces a chain. Claims stay. */
  put(id: number, input: DailyChainInput): void {
    const {name, description = null, is_enabled, steps} = input;
    const order = input.order ?? this.get(id)?.order ?? this.#chains.size + 1;
    const kept = steps.map(step => ({...step, step_id: step.step_id ?? this.#nextStepId++}));
    this.#chains.set(id, {id, name, description, order, steps: kept});
    this.#forPlayers.put(this.#toPlayers(id, order, input), this.#items.idsOf(steps.flatMap(({items}) => items)));
    this.#forPlayers.setEnabled({id}, is_enabled);
  }

  toggle(chain: ManagedDailyChain): void {
    this.#forPlayers.setEnabled(chain, !this.isEnabled(chain));
  }

  /** Clears the claims of all players. */
  reset(chain: ManagedDailyChain): void {
    this.#forPlayers.clear(this.playerChain(chain));
  }

  delete(chain: ManagedDailyChain): void {
    this.#forPlayers.remove(this.playerChain(chain));
    this.#chains.delete(chain.id);
  }

  #toPlayers(id: number, order: number, input: DailyChainInput): SeedDailyChain {
    return {
      id,
      name: shown(input.name) ?? '',
      description: shown(input.description),
      order,
      type: input.type as SeedDailyChain['type'],
      is_recurrent: input.is_recurrent ?? false,
      starts_in_hours: (Date.parse(input.date_start) - this.#clock.startedAt) / HOUR,
      steps: input.steps.map(({step_number, items}) => ({
        step_number,
        items: items.map(item => this.#items.forPlayers(item)),
      })),
    };
  }

  #fromSeed({id, name, description, order, steps}: SeedDailyChain): ManagedDailyChain {
    return {
      id,
      name: {en: name},
      description: inEnglish(description),
      order,
      steps: steps.map(({step_number, items}) => ({
        step_id: this.#nextStepId++,
        step_number,
        items: items.map(({sku, quantity}) => ({sku, quantity})),
      })),
    };
  }
}
