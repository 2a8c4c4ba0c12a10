import type {Clock} from '../world/times.js';
import type {Texts} from './texts.js';

/** A coupon campaign in a request (`create-campaign`). */
export type CampaignInput = {
  readonly campaign_code: string;
  readonly project_id: number;
  readonly campaign_names: Texts;
  readonly expiration_date?: string | null;
  readonly redeems_count?: number | null;
  readonly redeems_count_for_user?: number | null;
  readonly campaign_redeems_count_for_user?: number | null;
  readonly virtual_currency_amount?: number | null;
  readonly virtual_items?: readonly object[];
  readonly subscription_coupon?: object | null;
};

/** A stored campaign. */
export type Campaign = CampaignInput & {readonly id: number};

/** A code of a campaign, and who has redeemed it, once for each time. */
export type Coupon = {
  readonly id: number;
  readonly code: string;
  readonly campaign: Campaign;
  readonly users: string[];
};

/** Why a coupon is not redeemed. */
export type CouponRefusal = 'expired' | 'limit';

/** The first id of the vendor's example. */
const FIRST_ID = 9134;

/** The coupon campaigns of the Subscriptions API, and what players have redeemed. They give nothing: there is no inventory here. */
export class CouponCampaigns {
  readonly #clock: Clock;
  readonly #campaigns = new Map<number, Campaign>();
  readonly #coupons = new Map<string, Coupon>();
  #nextId = FIRST_ID;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get all(): readonly Campaign[] {
    return [...this.#campaigns.values()];
  }

  get(id: number): Campaign | undefined {
    return this.#campaigns.get(id);
  }

  coupon(code: string): Coupon | undefined {
    return this.#coupons.get(code);
  }

  create(input: CampaignInput): number {
    const id = this.#nextId++;
    this.#campaigns.set(id, {...input, id});
    return id;
  }

  /** Whether the code was new. */
  addCode(campaign: Campaign, code: string): boolean {
    if (this.#coupons.has(code)) return false;
    this.#coupons.set(code, {id: this.#nextId++, code, campaign, users: []});
    return true;
  }

  isExpired({expiration_date}: Campaign): boolean {
    return expiration_date != null && Date.parse(expiration_date) <= this.#clock.now();
  }

  /** How often the code can still be redeemed; `null` without a limit. */
  remaining({campaign, users}: Coupon): number | null {
    return campaign.redeems_count == null ? null : campaign.redeems_count - users.length;
  }

  redeem(coupon: Coupon, user: string): CouponRefusal | undefined {
    const {redeems_count_for_user, campaign_redeems_count_for_user} = coupon.campaign;
    if (this.isExpired(coupon.campaign)) return 'expired';
    const times = (one: Coupon): number => one.users.filter(name => name === user).length;
    const siblings = [...this.#coupons.values()].filter(({campaign}) => campaign.id === coupon.campaign.id);
    const inCampaign = siblings.reduce((sum, one) => sum + times(one), 0);
    const isUsedUp =
      (this.remaining(coupon) ?? 1) <= 0 ||
      times(coupon) >= (redeems_count_for_user ?? Infinity) ||
      inCampaign >= (campaign_redeems_count_for_user ?? Infinity);
    if (isUsedUp) return 'limit';
    coupon.users.push(user);
    return undefined;
  }
}
