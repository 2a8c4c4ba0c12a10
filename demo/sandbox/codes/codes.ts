import type {Player} from '../players/player.js';
import type {Clock} from '../world/times.js';
import type {CodesSeed, SeedCode} from './seed.js';

const HOUR = 3600 * 1000;
/** The user attribute that names the country. The vendor goes by the IP address, which is always this machine's here. */
const COUNTRY_ATTRIBUTE = 'country';

/** Why a player cannot use a code. */
export type CodeRefusal = 'expired' | 'region' | 'limit';

/** The codes of the project, and how often each player has used them. */
export class Codes {
  readonly #seed: CodesSeed;
  readonly #clock: Clock;
  /** By code, then by player. */
  readonly #uses = new Map<string, ReadonlyMap<string, number>>();

  constructor(seed: CodesSeed, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    for (const {user, code, times} of seed.code_uses) this.#add(user, code, times);
  }

  copy(): Codes {
    const copy = new Codes({...this.#seed, code_uses: []}, this.#clock);
    for (const [code, uses] of this.#uses) copy.#uses.set(code, uses);
    return copy;
  }

  get all(): readonly SeedCode[] {
    return this.#seed.codes;
  }

  /** A code that has started. Case counts. */
  get(code: string): SeedCode | undefined {
    const found = this.all.find(known => known.code === code);
    return found && this.#isPast(found.starts_in_hours ?? -Infinity) ? found : undefined;
  }

  usesOf(code: string): ReadonlyMap<string, number> {
    return this.#uses.get(code) ?? new Map<string, number>();
  }

  /** Why the player cannot use the code now; `undefined` where they can. */
  refusalOf(
    {user, attributes}: Player,
    {code, ends_in_hours, countries, user_limit, total_limit}: SeedCode,
  ): CodeRefusal | undefined {
    const uses = this.usesOf(code);
    const total = [...uses.values()].reduce((sum, times) => sum + times, 0);
    if (ends_in_hours !== null && this.#isPast(ends_in_hours)) return 'expired';
    if (countries && !countries.includes(attributes.get(COUNTRY_ATTRIBUTE) ?? '')) return 'region';
    const isUsedUp = (uses.get(user) ?? 0) >= (user_limit ?? Infinity) || total >= (total_limit ?? Infinity);
    return isUsedUp ? 'limit' : undefined;
  }

  use({user}: Player, {code}: SeedCode): void {
    this.#add(user, code, 1);
  }

  #add(user: string, code: string, times: number): void {
    const uses = this.usesOf(code);
    this.#uses.set(code, new Map([...uses, [user, (uses.get(user) ?? 0) + times]]));
  }

  #isPast(inHours: number): boolean {
    return this.#clock.startedAt + inHours * HOUR <= this.#clock.now();
  }
}
