import type {SeedPromotion} from '../catalog/seed.js';
import {areMet, type Condition} from '../players/attribute-conditions.js';
import type {Player} from '../players/player.js';
import type {SeedReward} from '../seed/fields.js';
import type {Seed} from '../seed/seed.js';
import {roundAt} from '../world/rounds.js';
import type {Clock} from '../world/times.js';
import {isValid, type Period} from './periods.js';
import {meets, type PriceCondition} from './prices.js';

/** A discount or a bonus promotion of items. */
export type Promotion = {
  readonly id: number;
  readonly name: Readonly<Record<string, string>>;
  readonly is_enabled: boolean;
  readonly periods: readonly Period[];
  /** The items that it is for; `null` is all. */
  readonly skus: readonly string[] | null;
  /** Percent off; `null` is no discount. */
  readonly percent: number | null;
  readonly gifts: readonly Omit<SeedReward, 'attribute_conditions'>[];
  /** How often one player may use it until the next reset; `null` is no limit. */
  readonly user_limit: number | null;
  /** When uses start again, the first time after a moment, in milliseconds since 1970; `null` is never. */
  readonly resetAfter: ((moment: number) => number) | null;
  readonly price_conditions: readonly PriceCondition[];
  /** Ids of promotions that it doesn't go with. */
  readonly excluded: readonly number[];
  readonly attribute_conditions?: readonly Condition[];
};

/** A purchase that promotions may apply to: an item, with the price of all pieces of it, in cents. */
export type Purchase = {readonly sku: string; readonly cents: number};

/** Uses of a promotion by a player, and when the first one was, milliseconds since 1970. */
type Spent = {readonly times: number; readonly since: number};

/** The discounts and bonus promotions of items, and how often each player has used them. */
export class Promotions {
  readonly #seed: Seed;
  readonly #clock: Clock;
  readonly #promotions = new Map<number, Promotion>();
  readonly #spent = new Map<string, Spent>();

  constructor(seed: Seed, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    for (const promotion of seed.promotions) this.put(fromSeed(promotion, clock.startedAt));
  }

  copy(): Promotions {
    const copy = new Promotions({...this.#seed, promotions: []}, this.#clock);
    for (const [id, promotion] of this.#promotions) copy.#promotions.set(id, promotion);
    for (const [key, spent] of this.#spent) copy.#spent.set(key, spent);
    return copy;
  }

  get(id: number): Promotion | undefined {
    return this.#promotions.get(id);
  }

  /** Adds a promotion, or replaces one; uses stay. */
  put(promotion: Promotion): void {
    this.#promotions.set(promotion.id, promotion);
  }

  remove(id: number): void {
    this.#promotions.delete(id);
    this.clear(id);
  }

  /**
   * The promotions that the player gets for a purchase, by id. Of two that exclude each other, the vendor doesn't
   * document which one counts; here it is the older one.
   */
  on({user, attributes}: Player, {sku, cents}: Purchase): Promotion[] {
    const fits = (promotion: Promotion): boolean =>
      promotion.is_enabled &&
      isValid(promotion.periods, this.#clock.now()) &&
      (promotion.skus?.includes(sku) ?? true) &&
      meets(cents, promotion.price_conditions) &&
      areMet(promotion.attribute_conditions, attributes) &&
      this.availableTo(user, promotion) !== 0;
    const inOrder = [...this.#promotions.values()].sort((one, other) => one.id - other.id).filter(fits);
    return inOrder.reduce<Promotion[]>((kept, next) => {
      return kept.some(one => excludes(one, next) || excludes(next, one)) ? kept : [...kept, next];
    }, []);
  }

  /** How often the player may still use the promotion; `null` without a limit. */
  availableTo(user: string, {id, user_limit, resetAfter}: Promotion): number | null {
    if (user_limit === null) return null;
    const {times, since} = this.#spent.get(keyOf(id, user)) ?? {times: 0, since: 0};
    const isOld = resetAfter !== null && resetAfter(since) <= this.#clock.now();
    return Math.max(user_limit - (isOld ? 0 : times), 0);
  }

  setAvailable(user: string, promotion: Promotion, available: number): void {
    const times = (promotion.user_limit ?? 0) - available;
    this.#spent.set(keyOf(promotion.id, user), {times, since: this.#clock.now()});
  }

  /** Counts one use of the promotion by the player. */
  use(user: string, promotion: Promotion): void {
    const available = this.availableTo(user, promotion);
    if (available !== null) this.setAvailable(user, promotion, Math.max(available - 1, 0));
  }

  /** Forgets the uses of a promotion, by all players or by one. */
  clear(id: number, user?: string): void {
    const isMeant = (key: string): boolean => (user === undefined ? key.startsWith(`${id}/`) : key === keyOf(id, user));
    for (const key of [...this.#spent.keys()].filter(isMeant)) this.#spent.delete(key);
  }

  /** Forgets a player's uses of all promotions. */
  clearOf(user: string): void {
    for (const id of this.#promotions.keys()) this.clear(id, user);
  }
}

const HOUR = 3600 * 1000;

function fromSeed(seed: SeedPromotion, startedAt: number): Promotion {
  const {id, name, skus, discount, bonus, period, user_limit, attribute_conditions} = seed;
  const at = (hours: number): number => startedAt + hours * HOUR;
  const moment = (hours: number | null): number | null => (hours === null ? null : at(hours));
  const {interval_type = null, resets_in_hours} = user_limit ?? {};
  return {
    ...{id, skus, gifts: bonus, percent: discount, name: {en: name}, is_enabled: true},
    periods: [{from: moment(period.from_in_hours), until: moment(period.until_in_hours)}],
    user_limit: user_limit?.total ?? null,
    resetAfter: interval_type && (time => roundAt(interval_type, at(resets_in_hours ?? 0), time).next),
    price_conditions: [],
    excluded: seed.excluded_promotions,
    ...(attribute_conditions && {attribute_conditions}),
  };
}

function excludes({excluded}: Promotion, {id}: Promotion): boolean {
  return excluded.includes(id);
}

function keyOf(id: number, user: string): string {
  return `${id}/${user}`;
}
