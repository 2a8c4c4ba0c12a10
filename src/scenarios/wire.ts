/*
 * Answers of the vendor's player calls, as its docs show them, for scenarios. Times are relative to `now`, so that no
 * scenario goes out of date.
 */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type WireRow = {name: string; contributed_amount: number};

export type WireReward = {
  sku: string;
  name: string;
  type: string;
  description: string;
  image_url: string;
  quantity: number;
};

export type WireStep = {
  step_id: number;
  name: string;
  is_claimed: boolean;
  image_url: string | null;
  price: {amount: number};
  reward: readonly WireReward[];
};

export type WireTexts = Readonly<Record<string, string | null>>;

export type WireChain = {
  reward_chain_id: number;
  name: string;
  description: string | null;
  image_url: string | null;
  order: number;
  date_start: string;
  date_end: string | null;
  clan_type: string | null;
  value_point: {sku: string; name: string; image_url: string; amount: number; is_clan: boolean};
  top_contributors: readonly WireRow[];
  steps: readonly WireStep[];
  /** Unix time in seconds, as in every body that the vendor shows. */
  recurrent_schedule: {interval_type: string; reset_next_date: number} | null;
  popup_header: WireTexts | null;
  popup_instruction: WireTexts | null;
  popup_image_url: string | null;
};

export type WireDay = {
  step_number: number;
  status: string;
  /** Unix time in seconds. */
  unlocked_date: number | null;
  items: readonly (WireReward & {item_id: number; is_free: boolean})[];
};

export type WireDailyChain = {
  id: number;
  name: string;
  description: string | null;
  order: number;
  date_start: string;
  date_end: string | null;
  type: string;
  steps: readonly WireDay[];
};

/** An item of a step, as a chain lists it. */
export type WireOffer = WireReward & {
  item_id: number;
  is_free: boolean;
  bundle_type: string | null;
  order: number;
  content: readonly WireReward[] | null;
};

export type WireOfferStep = {
  step_number: number;
  is_free: boolean;
  is_claimed: boolean;
  /** A number, unlike every other amount of the vendor's. */
  step_price: {amount: number; currency: string} | null;
  items: readonly WireOffer[];
  step_vp_rewards: readonly {sku: string; name: string; amount: number; image_url: string; is_clan: boolean}[];
  step_loyalty_rewards: readonly object[];
};

export type WireOfferChain = {
  id: number;
  name: string;
  description: string | null;
  order: number;
  date_start: string;
  date_end: string | null;
  next_step_number: number | null;
  /** Unix time in seconds. */
  recurrent_schedule: {interval_type: string; reset_next_date: number} | null;
  steps: readonly WireOfferStep[];
};

/** A picture's address. The host is reserved for examples; the gallery draws what is asked for there. */
export const picture = (name: string): string => `https://images.example.com/liveops/${name}.png`;

export const isoAt = (time: number): string => new Date(time).toISOString();
export const unixAt = (time: number): number => Math.floor(time / 1_000);

/** Rows of a board from pairs of a name and points, which keep their order. */
export function rows(...points: readonly (readonly [name: string, points: number])[]): WireRow[] {
  return points.map(([name, contributed_amount]) => ({name, contributed_amount}));
}

export function sumOf(board: readonly WireRow[]): number {
  return board.reduce((sum, {contributed_amount}) => sum + contributed_amount, 0);
}

export function reward(fields: Partial<WireReward> & {name: string}): WireReward {
  const slug = fields.name.toLowerCase().replace(/\W+/g, '_').slice(0, 40);
  return {
    sku: `com.xsolla.${slug}_1`,
    type: 'virtual_good',
    description: '',
    image_url: picture(slug),
    quantity: 1,
    ...fields,
  };
}

/** A step with the total of points it needs, and its rewards. */
export function step(step_id: number, amount: number, ...given: readonly WireReward[]): WireStep {
  const name = `Level ${step_id % 10}`;
  return {step_id, name, is_claimed: false, image_url: picture('step'), price: {amount}, reward: given};
}

export const claimed = (one: WireStep): WireStep => ({...one, is_claimed: true});
