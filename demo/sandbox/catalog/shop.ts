import {areMet} from '../players/attribute-conditions.js';
import type {Player} from '../players/player.js';
import {isWithin, type Period} from '../promotions/periods.js';
import {itemIds} from '../seed/seed-items.js';
import type {Seed} from '../seed/seed.js';
import {roundAt} from '../world/rounds.js';
import type {Clock} from '../world/times.js';
import type {SeedCatalogItem, SeedLimit, SeedPeriod} from './seed.js';

const HOUR = 3600 * 1000;

/** How often a player can still have something. `next` is when the limit starts again, milliseconds since 1970. */
export type LimitState = {readonly total: number; readonly available: number; readonly next: number | null};

/** One purchase. */
type Bought = {readonly user: string; readonly sku: string; readonly quantity: number; readonly at: number};

/**
 * The catalog of the project, what players have bought of it, and their virtual currencies. A player without a name is
 * everyone who is not signed in: they see what has no conditions, and limits as if nothing had been bought.
 */
export class Shop {
  readonly #seed: Seed;
  readonly #clock: Clock;
  readonly #ids: ReadonlyMap<string, number>;
  #bought: readonly Bought[];
  readonly #balances = new Map<string, ReadonlyMap<string, number>>();

  constructor(seed: Seed, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    this.#ids = itemIds(seed);
    this.#bought = seed.purchases.map(({user, sku, quantity, bought_in_hours}) => ({
      user,
      sku,
      quantity,
      at: this.#at(bought_in_hours),
    }));
    for (const {user, sku, amount} of seed.balances) this.setBalance(user, sku, amount);
  }

  copy(): Shop {
    const copy = new Shop({...this.#seed, purchases: [], balances: []}, this.#clock);
    copy.#bought = this.#bought;
    for (const [user, balances] of this.#balances) copy.#balances.set(user, balances);
    return copy;
  }

  /** The items that the player sees now, in the project's order; `code` shows those behind it, too. */
  for(player: Player, code?: string): readonly SeedCatalogItem[] {
    return this.#seed.catalog_items.filter(item => this.#sees(player, item, code));
  }

  /** Whether the catalog has the item, for anyone and at any time. */
  has(sku: string): boolean {
    return this.#seed.catalog_items.some(item => item.sku === sku);
  }

  /** How many of an item the player can still buy; `null` without a limit. */
  limitFor(user: string, {sku, user_limit}: Pick<SeedCatalogItem, 'sku' | 'user_limit'>): LimitState | null {
    return user_limit && this.#left(user, sku, user_limit);
  }

  /** How many of an item are left for everyone; `null` without a stock. */
  stockOf({sku, stock}: SeedCatalogItem): LimitState | null {
    if (stock === null) return null;
    return {total: stock, available: Math.max(0, stock - this.soldOf(sku)), next: null};
  }

  /** How many of an item all players have bought. */
  soldOf(sku: string): number {
    return this.#sum(bought => bought.sku === sku);
  }

  /** Whether a gift is used up, by the limit of its item, so that what it comes with cannot be bought. */
  isUsedUp(user: string, sku: string): boolean {
    const item = this.#seed.catalog_items.find(known => known.sku === sku);
    return item !== undefined && (this.limitFor(user, item)?.available === 0 || this.stockOf(item)?.available === 0);
  }

  /** Notes a purchase. */
  buy(user: string, sku: string, quantity: number): void {
    this.#bought = [...this.#bought, {user, sku, quantity, at: this.#clock.now()}];
  }

  balance(user: string, sku: string): number {
    return this.balancesOf(user).get(sku) ?? 0;
  }

  balancesOf(user: string): ReadonlyMap<string, number> {
    return this.#balances.get(user) ?? new Map<string, number>();
  }

  setBalance(user: string, sku: string, amount: number): void {
    this.#balances.set(user, new Map([...this.balancesOf(user), [sku, amount]]));
  }

  /** When a period begins and ends, milliseconds since 1970. */
  timesOf({from_in_hours, until_in_hours}: SeedPeriod): Period {
    const at = (hours: number | null): number | null => (hours === null ? null : this.#at(hours));
    return {from: at(from_in_hours), until: at(until_in_hours)};
  }

  /** The number that an item has among the project's. */
  idOf(sku: string): number {
    return this.#ids.get(sku) ?? 0;
  }

  #sees({attributes}: Player, item: SeedCatalogItem, code: string | undefined): boolean {
    const isOnSale = !item.periods.length || item.periods.some(period => this.#isRunning(period));
    return isOnSale && (item.code === null || item.code === code) && areMet(item.attribute_conditions, attributes);
  }

  #isRunning(period: SeedPeriod): boolean {
    return isWithin(this.timesOf(period), this.#clock.now());
  }

  #left(user: string, sku: string, {total, interval_type, resets_in_hours}: SeedLimit): LimitState {
    const round = interval_type && roundAt(interval_type, this.#at(resets_in_hours ?? 0), this.#clock.now());
    const since = round?.since ?? -Infinity;
    const used = this.#sum(bought => bought.user === user && bought.sku === sku && bought.at >= since);
    return {total, available: Math.max(0, total - used), next: round?.next ?? null};
  }

  #sum(isCounted: (bought: Bought) => boolean): number {
    return this.#bought.filter(isCounted).reduce((sum, {quantity}) => sum + quantity, 0);
  }

  #at(hours: number): number {
    return this.#clock.startedAt + hours * HOUR;
  }
}
