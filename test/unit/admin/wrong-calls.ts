/*
 * What the types must not let through; `npm run check` compiles this file, and it is never run. Each mistake is one that
 * a person makes: the vendor's documents have most of them.
 */

import {
  createAdmin,
  type AttributeConditions,
  type BonusPromotionInput,
  type ClanRewardChainInput,
  type OfferChainInput,
  type PromotionSubject,
  type RewardChainInput,
  type UpsellInput,
} from '../../../src/admin/index.js';

const project = createAdmin({projectId: 44056, apiKey: 'key'});
const company = createAdmin({merchantId: 2340, apiKey: 'key'});

// @ts-expect-error Promotions need a company.
export const withoutCompany: unknown = project.promotions;
// @ts-expect-error Bonuses need a project.
export const withoutProject: unknown = company.bonuses;
// @ts-expect-error A key alone says nothing about whose it is.
createAdmin({apiKey: 'key'});
// @ts-expect-error Ids are numbers.
createAdmin({projectId: '44056', apiKey: 'key'});
// @ts-expect-error There is no call without a key.
createAdmin({projectId: 44056});

const name = {'en-US': 'x'};

// @ts-expect-error A bonus promotion says what must be bought, be it `null` for anything.
export const forgotten: BonusPromotionInput = {name, bonus: null};
// @ts-expect-error Conditions on prices go with any purchase only.
export const both: BonusPromotionInput = {
  name,
  condition: [{sku: 'x'}],
  bonus: null,
  price_conditions: [{operator: 'lt', value: '1'}],
};
// @ts-expect-error Locales of promotions have a region.
export const twoLetters: BonusPromotionInput = {name: {en: 'x'}, condition: null, bonus: null};
// @ts-expect-error The switch is a call of its own.
export const enabled: BonusPromotionInput = {name, condition: null, bonus: null, is_enabled: true};
export const price: BonusPromotionInput = {
  name,
  condition: null,
  bonus: null,
  // @ts-expect-error `er` is an operator of dates.
  price_conditions: [{operator: 'er', value: '10.0000'}],
};

// @ts-expect-error Texts have no order.
export const ordered: AttributeConditions = [{attribute: 'race', type: 'string', operator: 'lt', value: 'orc'}];
// @ts-expect-error `gt` is an operator of prices.
export const greater: AttributeConditions = [{attribute: 'born', type: 'date', operator: 'gt', value: '2026-01-01'}];
// @ts-expect-error A number is written as a text.
export const bare: AttributeConditions = [{attribute: 'level', type: 'number', operator: 'eq', value: 5}];
// @ts-expect-error Five is no number.
export const spelled: AttributeConditions = [{attribute: 'level', type: 'number', operator: 'eq', value: 'five'}];
// @ts-expect-error All conditions are of one type.
export const mixed: AttributeConditions = [
  {attribute: 'race', type: 'string', operator: 'eq', value: 'orc'},
  {attribute: 'level', type: 'number', operator: 'eq', value: '5'},
];

const chain = {
  name: {en: 'x'},
  is_enabled: true,
  date_start: '2026-01-01T00:00:00Z',
  steps: [],
  value_point: {sku: 'x'},
};
// @ts-expect-error A clan chain has both popups.
export const halfClan: RewardChainInput = {...chain, popup_header: {en: 'x'}};
// @ts-expect-error Only clan chains have a word for a clan.
export const nounOnly: RewardChainInput = {...chain, clan_type: 'guild'};
const popups = {popup_header: {en: 'x'}, popup_instruction: {en: 'x'}};
// @ts-expect-error The vendor has no gangs.
export const gang: ClanRewardChainInput = {...chain, ...popups, clan_type: 'gang'};
// @ts-expect-error Reward chains do not start anew every day.
export const daily: RewardChainInput = {...chain, recurrent_schedule: {interval_type: 'daily', time: '01:00:00+00:00'}};
const recurrent_schedule = {interval_type: 'weekly', time: '01:00:00+00:00'} as const;
// @ts-expect-error A weekly schedule has a day.
export const dayless: RewardChainInput = {...chain, recurrent_schedule};

// @ts-expect-error Only a fixed list has items.
export const sellable: UpsellInput = {is_enabled: true, type: 'most_sellable', items: ['x']};
// @ts-expect-error A fixed list has items.
export const listless: UpsellInput = {is_enabled: true, type: 'fixed_list'};
// @ts-expect-error What a purchase is, is yes or no.
export const bought: PromotionSubject = {purchase: 'all'};
const offers = {name: {en: 'x'}, is_enabled: true, date_start: '2026-01-01T00:00:00Z'};
// @ts-expect-error A step says whether it is a gift.
export const unclear: OfferChainInput = {...offers, steps: [{step_number: 1, items: [{sku: 'x', quantity: 1}]}]};

const {value_point: _, ...update} = chain;
export async function calls(): Promise<void> {
  // @ts-expect-error What a chain counts cannot be changed.
  await project.rewardChains.update(101, chain);
  const step = {name: {en: 'x'}, price: {amount: 1}, reward: []};
  // @ts-expect-error A replaced step says which it was, or `null`.
  await project.rewardChains.update(101, {...update, steps: [step]});
  // @ts-expect-error Whether points are a clan's cannot be changed.
  await project.valuePoints.update('x', {name: {en: 'x'}, is_clan: true});
  // @ts-expect-error An offer keeps its id.
  await project.uniqueOffers.update('x', {name, external_id: 'y'});
  // @ts-expect-error An item has one name.
  await project.personalization.patch(1, {items: [{sku: 'x', item_id: 1}]});
  // @ts-expect-error Who pays has an id.
  await project.orders.createToken({user: {country: {value: 'DE'}}, purchase: {items: []}});
  // @ts-expect-error A token is for a project.
  await company.tokens.create({user: {id: {value: 'x'}}, settings: {}});
  // @ts-expect-error The end of a daily chain follows from its days.
  await project.dailyChains.create({...offers, type: 'calendar_hard', steps: [], date_end: null});
  // @ts-expect-error A reset for everyone is confirmed.
  await project.dailyChains.reset(201);
  // @ts-expect-error The confirmation says whom it is for.
  await project.rewardChains.reset(101, {confirm: true});
  // @ts-expect-error Switches have a direction.
  await project.dailyChains.toggle(201);
  // @ts-expect-error Promotions have numbers for ids.
  await project.bonuses.get('17840');
  // @ts-expect-error A list is read with `for await`.
  await project.bonuses.list().length;
}
