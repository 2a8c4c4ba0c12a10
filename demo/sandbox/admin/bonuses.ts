import type {Condition} from '../players/attribute-conditions.js';
import type {Schedule} from './schedules.js';

/** A bonus promotion in a request (`create-bonus-promotion`). */
export type BonusInput = {
  readonly name: Readonly<Record<string, string>>;
  readonly condition: readonly {readonly sku: string}[] | null;
  readonly bonus: readonly {readonly sku: string; readonly quantity?: number}[] | null;
  readonly date_start?: string | null;
  readonly date_end?: string | null;
  readonly attribute_conditions?: readonly Condition[];
  readonly limits?: {
    readonly per_user?: number | null;
    readonly recurrent_schedule?: {readonly per_user: Schedule} | null;
  };
  readonly price_conditions?: readonly object[] | null;
  readonly excluded_promotions?: readonly number[];
};

/** A stored bonus promotion. */
export type Bonus = BonusInput & {readonly id: number; readonly is_enabled: boolean};

/** The first id; the vendor's examples also have six digits. */
const FIRST_ID = 111_425;

/** The bonus promotions of the project. They are stored, listed and switched; there are no purchases here. */
export class Bonuses {
  readonly #promotions = new Map<number, Bonus>();
  #nextId = FIRST_ID;

  get all(): readonly Bonus[] {
    return [...this.#promotions.values()];
  }

  get(id: number): Bonus | undefined {
    return this.#promotions.get(id);
  }

  /** A new promotion is disabled until it is activated. */
  create(input: BonusInput): number {
    const id = this.#nextId++;
    this.#promotions.set(id, {...input, id, is_enabled: false});
    return id;
  }

  /** Replaces everything except whether it is enabled. `false` if there is no such promotion. */
  replace(id: number, input: BonusInput): boolean {
    const {is_enabled} = this.#promotions.get(id) ?? {};
    if (is_enabled === undefined) return false;
    this.#promotions.set(id, {...input, id, is_enabled});
    return true;
  }

  enable(id: number, is_enabled: boolean): boolean {
    const promotion = this.#promotions.get(id);
    if (promotion) this.#promotions.set(id, {...promotion, is_enabled});
    return promotion !== undefined;
  }

  delete(id: number): boolean {
    return this.#promotions.delete(id);
  }
}
