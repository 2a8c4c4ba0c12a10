/* The offer chains that scenarios are about. */
import {gems, megaPotion, smallPotion, superBox} from './clan-quest.js';
import {DAY, isoAt, MINUTE, picture, unixAt, type WireOfferChain, type WireOfferStep, type WireReward} from './wire.js';

/** A step as scenarios write it down: free without an amount, and claimed by the number of steps that are done. */
export type Rung = {
  readonly item: WireReward;
  /** Euros, or `null` for a paid step whose price the server does not say. */
  readonly price?: number | null;
  readonly content?: readonly WireReward[];
  readonly points?: number;
};

export const WINTER: readonly Rung[] = [
  {item: gems(10)},
  {item: {...smallPotion, quantity: 3}, price: 0.99, points: 10},
  {item: megaPotion},
  {item: superBox, price: 4.99, points: 60, content: [megaPotion, {...smallPotion, quantity: 3}, gems(50)]},
  {item: gems(500)},
];

/** The steps of a ladder, of which the first `done` are claimed or bought. */
export function stepsOf(rungs: readonly Rung[], done: number): WireOfferStep[] {
  return rungs.map(({item, price, content = null, points}, index) => ({
    step_number: index + 1,
    is_free: price === undefined,
    is_claimed: index < done,
    step_price: typeof price === 'number' ? {amount: price, currency: 'EUR'} : null,
    items: [{...item, item_id: index + 1, is_free: false, order: 1, content, bundle_type: content ? 'standard' : null}],
    step_vp_rewards: points ? [clanPoints(points)] : [],
    step_loyalty_rewards: [],
  }));
}

function clanPoints(amount: number): WireOfferStep['step_vp_rewards'][number] {
  const image_url = picture('clan-point');
  return {sku: 'com.xsolla.clan_point_1', name: 'Clan points', amount, image_url, is_clan: true};
}

/** Offer chain 301, of which the first steps are done. */
export function winterLadder(
  now: number,
  done = 1,
  {rungs = WINTER, ...fields}: Partial<WireOfferChain> & {rungs?: readonly Rung[]} = {},
): WireOfferChain {
  return {
    id: 301,
    name: 'Winter ladder',
    description: 'Each step opens the next one',
    order: 1,
    date_start: isoAt(now - DAY),
    date_end: isoAt(now + 9 * DAY),
    next_step_number: done < rungs.length ? done + 1 : null,
    recurrent_schedule: null,
    steps: stepsOf(rungs, done),
    ...fields,
  };
}

/** Offer chain 302, which starts again every hour. */
export function hourlyOffer(now: number, done = 0): WireOfferChain {
  return winterLadder(now, done, {
    id: 302,
    name: 'Offer of the hour',
    order: 2,
    date_end: null,
    recurrent_schedule: {interval_type: 'hourly', reset_next_date: unixAt(now + 45 * MINUTE)},
    rungs: [{item: gems(2)}, {item: gems(500), price: 1.99}, {item: smallPotion}],
  });
}
