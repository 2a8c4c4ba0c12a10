import {areMet} from '../players/attribute-conditions.js';
import type {Player} from '../players/player.js';
import type {Clock} from '../world/times.js';
import {type Campaign, fromSeedCode, type LiveCode, phaseOf} from './campaigns.js';
import {Counts} from './counts.js';
import type {CodesSeed, SeedCode} from './seed.js';

/** The user attribute that names the country. The vendor goes by the IP address, which is always this machine's here. */
const COUNTRY_ATTRIBUTE = 'country';

/** Why a player cannot use a code. */
export type CodeRefusal = 'expired' | 'region' | 'limit';

/** A campaign by its kind and id. */
export type CampaignId = Pick<Campaign, 'type' | 'external_id'>;

type Entry = {readonly campaign: Campaign; readonly codes: ReadonlySet<string>};

/** The codes of the project, and how often each player has used them. */
export class Codes {
  readonly #seed: CodesSeed;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  /** Uses of each code by each player. */
  #uses = new Counts();
  /** What counts for the limit of a player on a campaign: their uses, unless a manager has changed it. */
  #spent = new Counts();

  constructor(seed: CodesSeed, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    for (const code of seed.codes) {
      const campaign = fromSeedCode(code, clock.startedAt);
      this.#entries.set(keyOf(campaign), {campaign, codes: new Set([code.code])});
    }
    for (const {user, code, times} of seed.code_uses) this.#count(user, code, times);
  }

  copy(): Codes {
    const copy = new Codes({...this.#seed, codes: [], code_uses: []}, this.#clock);
    for (const [key, entry] of this.#entries) copy.#entries.set(key, entry);
    copy.#uses = this.#uses.copy();
    copy.#spent = this.#spent.copy();
    return copy;
  }

  /** Every code, whether it can be used or not. */
  get all(): readonly LiveCode[] {
    return [...this.#entries.values()].flatMap(({campaign, codes}) => [...codes].map(code => ({...campaign, code})));
  }

  get campaigns(): readonly Campaign[] {
    return [...this.#entries.values()].map(({campaign}) => campaign);
  }

  /** A code that has started and is enabled. Case counts. */
  get(code: string): LiveCode | undefined {
    const {campaign} = this.#entryOf(code) ?? {};
    const isKnown = campaign?.is_enabled && phaseOf(campaign, this.#clock.now()) !== 'coming';
    return isKnown ? {...campaign, code} : undefined;
  }

  /** The campaign of a code, whether it can be used or not. */
  ownerOf(code: string): Campaign | undefined {
    return this.#entryOf(code)?.campaign;
  }

  usesOf(code: string): ReadonlyMap<string, number> {
    return this.#uses.of(code);
  }

  /** Why the player cannot use the code now; `undefined` where they can. */
  refusalOf({user, attributes}: Player, code: LiveCode): CodeRefusal | undefined {
    if (phaseOf(code, this.#clock.now()) === 'over') return 'expired';
    if (code.countries && !code.countries.includes(attributes.get(COUNTRY_ATTRIBUTE) ?? '')) return 'region';
    const isUsedUp =
      this.spentBy(user, code) >= (code.user_limit ?? Infinity) ||
      this.#uses.total(code.code) >= (code.code_limit ?? Infinity) ||
      this.usedOf(code) >= (code.total_limit ?? Infinity);
    return isUsedUp ? 'limit' : undefined;
  }

  /** Whether the code is for this player, by their attributes. */
  isFor({attributes}: Player, {attribute_conditions}: LiveCode): boolean {
    return areMet(attribute_conditions, attributes);
  }

  use({user}: Player, {code}: LiveCode): void {
    this.#count(user, code, 1);
  }

  /** All uses of all codes of the campaign. */
  usedOf(campaign: CampaignId): number {
    return [...this.codesOf(campaign)].reduce((sum, code) => sum + this.#uses.total(code), 0);
  }

  /** What counts for the player's limit on the campaign. */
  spentBy(user: string, campaign: CampaignId): number {
    return this.#spent.of(keyOf(campaign)).get(user) ?? 0;
  }

  /** Changes what counts for the player's limit; uses stay. */
  setSpent(user: string, campaign: CampaignId, times: number): void {
    this.#spent.set(keyOf(campaign), user, times);
  }

  codesOf(campaign: CampaignId): ReadonlySet<string> {
    return this.#entries.get(keyOf(campaign))?.codes ?? new Set();
  }

  /** Adds a campaign, or replaces one; codes and uses stay. */
  put(campaign: Campaign): void {
    this.#entries.set(keyOf(campaign), {campaign, codes: this.codesOf(campaign)});
  }

  /** Adds codes to a campaign; those that exist already, anywhere, are left out. Returns how many were new. */
  addCodes(campaign: CampaignId, codes: readonly string[]): number {
    const entry = this.#entries.get(keyOf(campaign));
    const added = codes.filter(code => !this.#entryOf(code));
    // A new set: copies of the world share the old one.
    if (entry) this.#entries.set(keyOf(campaign), {...entry, codes: new Set([...entry.codes, ...added])});
    return added.length;
  }

  remove(campaign: CampaignId): void {
    for (const code of this.codesOf(campaign)) this.#uses.clear(code);
    this.#spent.clear(keyOf(campaign));
    this.#entries.delete(keyOf(campaign));
  }

  #entryOf(code: string): Entry | undefined {
    return [...this.#entries.values()].find(({codes}) => codes.has(code));
  }

  #count(user: string, code: string, times: number): void {
    const campaign = this.ownerOf(code);
    this.#uses.add(code, user, times);
    if (campaign) this.#spent.add(keyOf(campaign), user, times);
  }
}

function keyOf({type, external_id}: {type: SeedCode['type']; external_id: string}): string {
  return `${type}/${external_id}`;
}
