import type {CompanyAdmin, ProjectAdmin} from '../../../src/admin/index.js';
import {collect, PROJECT} from './back-end.js';
import {individualChain} from './chains.js';

type Admin = ProjectAdmin & CompanyAdmin;
type Calls = Readonly<Record<string, (admin: Admin) => Promise<unknown>>>;

const texts = {'en-US': 'x'};
const conditions = [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}] as const;
const rule = {name: 'x', is_enabled: true, attribute_conditions: conditions, items: [{sku: 'x'}]};
const {value_point: _, ...chain} = individualChain;
const update = {...chain, steps: chain.steps.map(step => ({...step, step_id: null}))};
const bonus = {name: texts, condition: null, bonus: null};
const items = [{sku: 'com.xsolla.gem_1', amount: 1}];
const discount = {name: texts, discount: {percent: '10'}, items: [{sku: 'x'}]} as const;
const everyone = {confirm: 'all players'} as const;
const dates = {name: {en: 'x'}, is_enabled: true, date_start: '2026-01-01T00:00:00Z'};
const days = {...dates, type: 'rolling', steps: [{step_number: 1, items: [{sku: 'x'}]}]};
const offers = {...dates, steps: [{step_number: 1, is_free: true, items: [{sku: 'x', quantity: 1}]}]};
const user = {id: {value: 'Rocket'}, country: {value: 'DE'}};
const payment = {user, purchase: {items: [{sku: 'com.xsolla.box_1', quantity: 1}]}};
const promotion = {technical_name: 'x', project_id: PROJECT};
const campaign = {campaign_code: 'x', project_id: PROJECT, campaign_names: {en: 'x'}};

/** Every method that writes, with input that is sent. */
export const WRITES: Calls = {
  'promotions.create': ({promotions}) => promotions.create(promotion),
  'promotions.update': ({promotions}) => promotions.update(17840, promotion),
  'promotions.delete': ({promotions}) => promotions.delete(17840),
  'promotions.setSubject': ({promotions}) => promotions.setSubject(17840, {purchase: true}),
  'promotions.setRewards': ({promotions}) => promotions.setRewards(17840, {}),
  'promotions.attachCampaigns': ({promotions}) => promotions.attachCampaigns(17840, []),
  'couponCampaigns.create': ({couponCampaigns}) => couponCampaigns.create(campaign),
  'couponCampaigns.addCode': ({couponCampaigns}) => couponCampaigns.addCode(1, 'X'),
  'couponCampaigns.redeem': ({couponCampaigns}) => couponCampaigns.redeem(PROJECT, 'X', 'Rocket'),
  'promotions.setPaymentSystems': ({promotions}) => promotions.setPaymentSystems(17840, []),
  'promotions.setPeriods': ({promotions}) => promotions.setPeriods(17840, []),
  'bonuses.create': ({bonuses}) => bonuses.create(bonus),
  'bonuses.update': ({bonuses}) => bonuses.update(1, bonus),
  'bonuses.delete': ({bonuses}) => bonuses.delete(1),
  'bonuses.activate': ({bonuses}) => bonuses.activate(1),
  'bonuses.deactivate': ({bonuses}) => bonuses.deactivate(1),
  'bonuses.userLimits.add': ({bonuses}) => bonuses.userLimits.add(1, 'Rocket', 1),
  'bonuses.userLimits.set': ({bonuses}) => bonuses.userLimits.set(1, 'Rocket', 0),
  'bonuses.userLimits.remove': ({bonuses}) => bonuses.userLimits.remove(1, 'Rocket', 1),
  'bonuses.userLimits.reset': ({bonuses}) => bonuses.userLimits.reset(1, 'Rocket'),
  'bonuses.userLimits.resetForEveryone': ({bonuses}) => bonuses.userLimits.resetForEveryone(1, everyone),
  'bonuses.userLimits.resetAllOf': ({bonuses}) => bonuses.userLimits.resetAllOf('Rocket'),
  'discounts.create': ({discounts}) => discounts.create(discount),
  'discounts.update': ({discounts}) => discounts.update(1, discount),
  'discounts.delete': ({discounts}) => discounts.delete(1),
  'discounts.activate': ({discounts}) => discounts.activate(1),
  'discounts.deactivate': ({discounts}) => discounts.deactivate(1),
  'discounts.userLimits.add': ({discounts}) => discounts.userLimits.add(1, 'Rocket', 1),
  'discounts.userLimits.set': ({discounts}) => discounts.userLimits.set(1, 'Rocket', 0),
  'discounts.userLimits.remove': ({discounts}) => discounts.userLimits.remove(1, 'Rocket', 1),
  'discounts.userLimits.reset': ({discounts}) => discounts.userLimits.reset(1, 'Rocket'),
  'discounts.userLimits.resetForEveryone': ({discounts}) => discounts.userLimits.resetForEveryone(1, everyone),
  'discounts.userLimits.resetAllOf': ({discounts}) => discounts.userLimits.resetAllOf('Rocket'),
  'coupons.create': ({coupons}) => coupons.create({external_id: 'x', name: texts}),
  'coupons.update': ({coupons}) => coupons.update('x', {name: texts}),
  'coupons.delete': ({coupons}) => coupons.delete('x'),
  'coupons.activate': ({coupons}) => coupons.activate('x'),
  'coupons.deactivate': ({coupons}) => coupons.deactivate('x'),
  'coupons.codes.add': ({coupons}) => coupons.codes.add('x', 'X'),
  'coupons.codes.generate': ({coupons}) => coupons.codes.generate('x', 1),
  'coupons.userLimits.add': ({coupons}) => coupons.userLimits.add('x', 'Rocket', 1),
  'coupons.userLimits.set': ({coupons}) => coupons.userLimits.set('x', 'Rocket', 0),
  'coupons.userLimits.remove': ({coupons}) => coupons.userLimits.remove('x', 'Rocket', 1),
  'promoCodes.create': ({promoCodes}) => promoCodes.create({external_id: 'x', name: texts}),
  'promoCodes.update': ({promoCodes}) => promoCodes.update('x', {name: texts}),
  'promoCodes.delete': ({promoCodes}) => promoCodes.delete('x'),
  'promoCodes.activate': ({promoCodes}) => promoCodes.activate('x'),
  'promoCodes.deactivate': ({promoCodes}) => promoCodes.deactivate('x'),
  'promoCodes.codes.add': ({promoCodes}) => promoCodes.codes.add('x', 'X'),
  'promoCodes.codes.generate': ({promoCodes}) => promoCodes.codes.generate('x', 1),
  'promoCodes.userLimits.add': ({promoCodes}) => promoCodes.userLimits.add('x', 'Rocket', 1),
  'promoCodes.userLimits.set': ({promoCodes}) => promoCodes.userLimits.set('x', 'Rocket', 0),
  'promoCodes.userLimits.remove': ({promoCodes}) => promoCodes.userLimits.remove('x', 'Rocket', 1),
  'uniqueOffers.create': ({uniqueOffers}) => uniqueOffers.create({external_id: 'x', name: texts}),
  'uniqueOffers.update': ({uniqueOffers}) => uniqueOffers.update('x', {name: texts}),
  'uniqueOffers.delete': ({uniqueOffers}) => uniqueOffers.delete('x'),
  'uniqueOffers.activate': ({uniqueOffers}) => uniqueOffers.activate('x'),
  'uniqueOffers.deactivate': ({uniqueOffers}) => uniqueOffers.deactivate('x'),
  'uniqueOffers.codes.add': ({uniqueOffers}) => uniqueOffers.codes.add('x', 'X'),
  'uniqueOffers.codes.generate': ({uniqueOffers}) => uniqueOffers.codes.generate('x', 1),
  'personalization.create': ({personalization}) => personalization.create(rule),
  'personalization.replace': ({personalization}) => personalization.replace(1, rule),
  'personalization.patch': ({personalization}) => personalization.patch(1, {}),
  'personalization.delete': ({personalization}) => personalization.delete(1),
  'valuePoints.create': ({valuePoints}) => valuePoints.create({sku: 'x', name: {en: 'x'}}),
  'valuePoints.update': ({valuePoints}) => valuePoints.update('x', {name: {en: 'x'}}),
  'valuePoints.delete': ({valuePoints}) => valuePoints.delete('x'),
  'valuePoints.items.replace': ({valuePoints}) => valuePoints.items.replace('com.xsolla.value_point_1', items),
  'valuePoints.items.patch': ({valuePoints}) => valuePoints.items.patch('com.xsolla.value_point_1', items),
  'valuePoints.items.clear': ({valuePoints}) => valuePoints.items.clear('com.xsolla.value_point_1'),
  'upsell.create': ({upsell}) => upsell.create({is_enabled: true, type: 'most_sellable'}),
  'upsell.update': ({upsell}) => upsell.update({is_enabled: true, type: 'most_sellable'}),
  'upsell.activate': ({upsell}) => upsell.activate(),
  'upsell.deactivate': ({upsell}) => upsell.deactivate(),
  'orders.createToken': ({orders}) => orders.createToken(payment),
  'tokens.create': ({tokens}) => tokens.create({user, settings: {project_id: PROJECT}}),
  'dailyChains.create': ({dailyChains}) => dailyChains.create(days),
  'dailyChains.update': ({dailyChains}) => dailyChains.update(201, days),
  'dailyChains.delete': ({dailyChains}) => dailyChains.delete(201),
  'dailyChains.reset': ({dailyChains}) => dailyChains.reset(202, everyone),
  'offerChains.create': ({offerChains}) => offerChains.create(offers),
  'offerChains.update': ({offerChains}) => offerChains.update(301, offers),
  'offerChains.delete': ({offerChains}) => offerChains.delete(301),
  'rewardChains.create': ({rewardChains}) => rewardChains.create(individualChain),
  'rewardChains.update': ({rewardChains}) => rewardChains.update(101, update),
  'rewardChains.delete': ({rewardChains}) => rewardChains.delete(102),
  'rewardChains.reset': ({rewardChains}) => rewardChains.reset(101, everyone),
};

export const READS: Calls = {
  'promotions.get': ({promotions}) => promotions.get(17840),
  'promotions.list': ({promotions}) => collect(promotions.list()),
  'promotions.review': ({promotions}) => promotions.review(17840),
  'promotions.getSubject': ({promotions}) => promotions.getSubject(17840),
  'promotions.getPeriods': ({promotions}) => promotions.getPeriods(17840),
  'promotions.getRewards': ({promotions}) => promotions.getRewards(17840),
  'couponCampaigns.list': ({couponCampaigns}) => collect(couponCampaigns.list()),
  'couponCampaigns.details': ({couponCampaigns}) => couponCampaigns.details(PROJECT, 'X'),
  'promotions.getPaymentSystems': ({promotions}) => promotions.getPaymentSystems(17840),
  'bonuses.get': ({bonuses}) => bonuses.get(1),
  'bonuses.list': ({bonuses}) => collect(bonuses.list()),
  'bonuses.listAll': ({bonuses}) => collect(bonuses.listAll()),
  'bonuses.userLimits.get': ({bonuses}) => bonuses.userLimits.get(1, 'Rocket'),
  'discounts.get': ({discounts}) => discounts.get(1),
  'discounts.list': ({discounts}) => collect(discounts.list()),
  'discounts.userLimits.get': ({discounts}) => discounts.userLimits.get(1, 'Rocket'),
  'coupons.get': ({coupons}) => coupons.get('x'),
  'coupons.list': ({coupons}) => collect(coupons.list()),
  'coupons.codes.list': ({coupons}) => collect(coupons.codes.list('x')),
  'coupons.codes.limits': ({coupons}) => collect(coupons.codes.limits('x')),
  'coupons.codes.find': ({coupons}) => coupons.codes.find('X'),
  'coupons.userLimits.get': ({coupons}) => coupons.userLimits.get('x', 'Rocket'),
  'promoCodes.get': ({promoCodes}) => promoCodes.get('x'),
  'promoCodes.list': ({promoCodes}) => collect(promoCodes.list()),
  'promoCodes.codes.list': ({promoCodes}) => collect(promoCodes.codes.list('x')),
  'promoCodes.codes.limits': ({promoCodes}) => collect(promoCodes.codes.limits('x')),
  'promoCodes.codes.find': ({promoCodes}) => promoCodes.codes.find('X'),
  'promoCodes.userLimits.get': ({promoCodes}) => promoCodes.userLimits.get('x', 'Rocket'),
  'uniqueOffers.get': ({uniqueOffers}) => uniqueOffers.get('x'),
  'uniqueOffers.list': ({uniqueOffers}) => collect(uniqueOffers.list()),
  'uniqueOffers.codes.list': ({uniqueOffers}) => collect(uniqueOffers.codes.list('x')),
  'personalization.get': ({personalization}) => personalization.get(1),
  'personalization.list': ({personalization}) => collect(personalization.list()),
  'personalization.all': ({personalization}) => personalization.all(),
  'valuePoints.get': ({valuePoints}) => valuePoints.get('x'),
  'valuePoints.list': ({valuePoints}) => collect(valuePoints.list()),
  'valuePoints.items.list': ({valuePoints}) => valuePoints.items.list('x'),
  'upsell.get': ({upsell}) => upsell.get(),
  'orders.search': ({orders}) => collect(orders.search()),
  'dailyChains.get': ({dailyChains}) => dailyChains.get(201),
  'dailyChains.list': ({dailyChains}) => collect(dailyChains.list()),
  'offerChains.get': ({offerChains}) => offerChains.get(301),
  'offerChains.list': ({offerChains}) => collect(offerChains.list()),
  'rewardChains.get': ({rewardChains}) => rewardChains.get(101),
  'rewardChains.list': ({rewardChains}) => collect(rewardChains.list()),
};

/** Every method that needs no key. */
export const PUBLIC: Calls = {
  'catalog.items': ({catalog}) => collect(catalog.items()),
  'catalog.item': ({catalog}) => catalog.item('x'),
};

/** Every method that reads and then writes, where it does both. */
export const CHANGES: Calls = {
  'bonuses.change': ({bonuses}) => bonuses.change(503, current => current),
  'discounts.change': ({discounts}) => discounts.change(501, current => current),
  'uniqueOffers.change': ({uniqueOffers}) => uniqueOffers.change('SECRET', current => current),
  'upsell.change': ({upsell}) => upsell.change(current => current),
  'valuePoints.change': ({valuePoints}) => valuePoints.change('com.xsolla.value_point_1', point => point),
  'valuePoints.items.change': ({valuePoints}) => valuePoints.items.change('com.xsolla.value_point_1', points => points),
  'coupons.change': ({coupons}) => coupons.change('WELCOME', current => current),
  'promoCodes.change': ({promoCodes}) => promoCodes.change('WINTER10', current => current),
  'rewardChains.change': ({rewardChains}) => rewardChains.change(101, current => current),
  'rewardChains.disable': ({rewardChains}) => rewardChains.disable(101),
  'dailyChains.change': ({dailyChains}) => dailyChains.change(201, current => current),
  'dailyChains.disable': ({dailyChains}) => dailyChains.disable(201),
  'offerChains.change': ({offerChains}) => offerChains.change(301, current => current),
  'offerChains.disable': ({offerChains}) => offerChains.disable(301),
  'promotions.change': ({promotions}) => promotions.change(17840, current => current),
  'promotions.changePeriods': ({promotions}) => promotions.changePeriods(17840, current => current),
  'promotions.disable': ({promotions}) => promotions.disable(17841),
};
