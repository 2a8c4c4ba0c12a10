import type {WireReward} from './wire.js';

/** An item as `get-sellable-items` lists it. */
export type WireItem = Omit<WireReward, 'quantity'> & {
  item_id: number;
  groups: readonly {external_id: string; name: string}[];
  is_free: boolean;
  price: {amount: string; amount_without_discount: string; currency: string} | null;
  virtual_prices: readonly {sku: string; name: string; amount: number; image_url: string; is_default: boolean}[];
  can_be_bought: boolean;
  promotions: readonly {
    name: string;
    date_start: string | null;
    date_end: string | null;
    discount: {percent: string | null; value: string | null} | null;
    bonus: readonly WireReward[];
  }[];
  limits: {per_user: WireLimit | null; per_item: WireLimit | null} | null;
  periods: readonly {date_from: string | null; date_until: string | null}[];
  vp_rewards: readonly {sku: string; name: string; amount: number; image_url: string; is_clan: boolean}[];
  content?: readonly WireReward[];
  bundle_type?: string;
};

type WireLimit = {
  total: number;
  available: number;
  recurrent_schedule?: {interval_type: string; reset_next_date: number} | null;
};
