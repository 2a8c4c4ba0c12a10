import {randomBytes} from 'node:crypto';
import type {Campaign, LiveCode} from '../codes/campaigns.js';
import type {CampaignId, Codes} from '../codes/codes.js';
import type {SeedGift, SeedUnit} from '../codes/seed.js';
import type {Condition} from '../players/attribute-conditions.js';
import type {Catalog} from './catalog.js';
import {type Dated, fromPeriods, toPeriods} from './dates.js';

type Bonus = {readonly sku: string; readonly quantity?: number};
type Discount = {readonly percent: string | null};

/** The replaceable fields of a coupon, a promo code or a unique offer, of which each kind has some. */
export type CampaignInput = Dated & {
  readonly name: Readonly<Record<string, string>>;
  readonly redeem_user_limit?: number | null;
  readonly redeem_code_limit?: number | null;
  readonly redeem_total_limit?: number | null;
  /** Of coupons and promo codes. */
  readonly bonus?: readonly Bonus[] | null;
  readonly attribute_conditions?: readonly Condition[];
  /** Of promo codes. */
  readonly discount?: Discount | null;
  readonly discounted_items?: readonly {readonly sku: string; readonly discount: {readonly percent: string}}[] | null;
  readonly price_conditions?: readonly object[] | null;
  readonly item_price_conditions?: readonly object[] | null;
  readonly excluded_promotions?: readonly number[];
  /** Of unique offers. */
  readonly items?: readonly string[];
};

/** One as stored for managers, with every default in place. */
export type ManagedCampaign = CampaignInput &
  CampaignId & {
    readonly id: number;
    readonly is_enabled: boolean;
    readonly redeem_user_limit: number | null;
    readonly redeem_code_limit: number | null;
    readonly redeem_total_limit: number | null;
  };

/** The vendor's default of each limit. */
const LIMIT = 10;
const CODE_BYTES = 8;

/**
 * The coupons, promo codes and unique offers of the project in the form of managers. Each change takes effect in the
 * world, and so for players, at once.
 */
export class Campaigns {
  readonly #campaigns: ManagedCampaign[];
  readonly #codes: Codes;
  readonly #catalog: Catalog;
  readonly #units: ReadonlyMap<string, SeedUnit>;
  /** What no call of managers has. */
  readonly #countries: ReadonlyMap<string, readonly string[] | null>;
  readonly #nextId: () => number;

  constructor(codes: Codes, catalog: Catalog, nextId: () => number) {
    this.#codes = codes;
    this.#catalog = catalog;
    this.#nextId = nextId;
    this.#units = new Map(codes.campaigns.flatMap(({units}) => units.map(unit => [unit.sku, unit])));
    this.#countries = new Map(codes.campaigns.map(({external_id, countries}) => [external_id, countries]));
    this.#campaigns = codes.campaigns.map((campaign, index) => fromSeed(campaign, index + 1));
  }

  get all(): readonly ManagedCampaign[] {
    return this.#campaigns;
  }

  of(type: LiveCode['type']): readonly ManagedCampaign[] {
    return this.#campaigns.filter(campaign => campaign.type === type);
  }

  get(type: LiveCode['type'], external_id: string): ManagedCampaign | undefined {
    return this.of(type).find(campaign => campaign.external_id === external_id);
  }

  /** A new one is disabled until it is activated. */
  create(id: CampaignId, input: CampaignInput): void {
    this.#put({...defaultsOf(id.type), ...input, ...id, id: this.#nextId(), is_enabled: false});
  }

  /** Replaces everything except the codes and whether it is enabled. */
  replace({type, external_id, id, is_enabled}: ManagedCampaign, input: CampaignInput): void {
    this.#put({...defaultsOf(type), ...input, type, external_id, id, is_enabled});
  }

  enable(campaign: ManagedCampaign, is_enabled: boolean): void {
    this.#put({...campaign, is_enabled});
  }

  delete(campaign: ManagedCampaign): void {
    this.#campaigns.splice(this.#campaigns.indexOf(campaign), 1);
    this.#codes.remove(campaign);
  }

  /** Whether the code was new; a code belongs to only one campaign. */
  addCode(campaign: ManagedCampaign, code: string): boolean {
    return this.#codes.addCodes(campaign, [code]) > 0;
  }

  generate(campaign: ManagedCampaign, count: number): void {
    const random = (): string => randomBytes(CODE_BYTES).toString('hex').toUpperCase();
    this.#codes.addCodes(campaign, Array.from({length: count}, random));
  }

  #put(campaign: ManagedCampaign): void {
    const index = this.#campaigns.findIndex(({id}) => id === campaign.id);
    this.#campaigns.splice(index < 0 ? this.#campaigns.length : index, 1, campaign);
    this.#codes.put(this.#toPlayers(campaign));
  }

  #toPlayers(managed: ManagedCampaign): Campaign {
    const {type, external_id, is_enabled, attribute_conditions, bonus, discount, discounted_items} = managed;
    const skus = (bonus ?? []).map(({sku}) => sku);
    return {
      ...{type, external_id, is_enabled},
      periods: toPeriods(managed),
      user_limit: managed.redeem_user_limit,
      code_limit: managed.redeem_code_limit,
      total_limit: managed.redeem_total_limit,
      countries: this.#countries.get(external_id) ?? null,
      bonus: (bonus ?? []).filter(({sku}) => !this.#units.has(sku)).map(each => this.#toGift(each)),
      units: skus.flatMap(sku => this.#units.get(sku) ?? []),
      discount: discount?.percent == null ? null : Number(discount.percent),
      discounted_items: (discounted_items ?? []).map(row => ({sku: row.sku, percent: Number(row.discount.percent)})),
      ...(attribute_conditions && {attribute_conditions}),
    };
  }

  #toGift({sku, quantity = 1}: Bonus): SeedGift {
    const {item_id: _, ...item} = this.#catalog.obtain(sku);
    return {...item, quantity};
  }
}

function defaultsOf(type: LiveCode['type']) {
  const limits = {redeem_user_limit: LIMIT, redeem_code_limit: LIMIT, redeem_total_limit: LIMIT};
  switch (type) {
    case 'coupon':
      return {...limits, bonus: null};
    case 'promocode':
      return {...limits, bonus: null, discount: null, discounted_items: null};
    case 'unique_catalog_offer':
      return {...limits, items: []};
  }
}

/** A campaign of the seed, in the form of managers. */
function fromSeed(campaign: Campaign, id: number): ManagedCampaign {
  const {type, external_id, is_enabled, periods, bonus, units, discount} = campaign;
  const gifts = [...bonus.map(({sku, quantity}) => ({sku, quantity})), ...units.map(({sku}) => ({sku, quantity: 1}))];
  return {
    ...defaultsOf(type),
    ...{type, external_id, id, is_enabled},
    name: {'en-US': external_id},
    promotion_periods: fromPeriods(periods),
    redeem_user_limit: campaign.user_limit,
    redeem_code_limit: campaign.code_limit,
    redeem_total_limit: campaign.total_limit,
    ...(type !== 'unique_catalog_offer' && {bonus: gifts.length ? gifts : null}),
    ...(discount !== null && {discount: {percent: discount.toFixed(2)}}),
  };
}
