/* Scenarios about the catalog and the orders of its items. */
import {refusal} from './answers.js';
import {clanPoints, inGems, item, winterShop} from './item-shop.js';
import type {WireItem} from './item-wire.js';
import {onlyOn, type Plans} from './plan.js';
import {reward} from './wire.js';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenschachtel';

function longItems(now: number): readonly WireItem[] {
  return winterShop(now).map(one => ({
    ...one,
    name: `${LONG} ${one.name}`,
    price: one.price && {amount: '123456.78', amount_without_discount: '234567.89', currency: 'EUR'},
    vp_rewards: clanPoints(1_000_000),
    ...(one.content && {content: Array.from({length: 12}, (_, at) => reward({name: `Treasure of the north ${at}`}))}),
  }));
}

const MANY: readonly WireItem[] = Array.from({length: 500}, (_, at) =>
  item(`item_${at}`, `Item ${at + 1}`, `${at + 1}.99`, {vp_rewards: clanPoints(at + 1)}),
);

export const itemPlans = {
  'no-items': {
    description: 'The catalog has nothing for the player at the moment.',
    shopItems: () => [],
  },
  'items-sold-out': {
    description: 'The player has bought all they can, the rest is sold out, and one thing is not for sale.',
    shopItems: now => {
      const [pouch, shield, lantern] = winterShop(now).map(one => ({...one, can_be_bought: false}));
      const per_user = pouch?.limits?.per_user ?? {total: 1};
      return [
        ...(pouch ? [{...pouch, limits: {per_user: {...per_user, available: 0}, per_item: null}}] : []),
        ...(shield ? [{...shield, limits: {per_user: null, per_item: {total: 100, available: 0}}}] : []),
        ...(lantern ? [lantern] : []),
      ];
    },
  },
  'items-no-points': {
    description: 'No item gives points for the clan.',
    shopItems: now => winterShop(now).map(one => ({...one, vp_rewards: []})),
  },
  'items-few-points': {
    description: 'Three items together give too few points for the next rank.',
    shopItems: now => winterShop(now).map(one => ({...one, vp_rewards: one.vp_rewards.length ? clanPoints(20) : []})),
  },
  'item-limit': {
    description: 'A gift that comes with an item is used up, so the server refuses the order.',
    inject: onlyOn('order-item', 'claim-item', 'spend')(() => refusal(422, 1460, 'Purchase limit exceeded')),
  },
  'item-vanished': {
    description: 'An item is no longer there for the player once it is ordered.',
    inject: onlyOn('order-item', 'claim-item', 'spend')(() => refusal(404, 4001, 'Item not found')),
  },
  'item-lost': {
    description: 'The answer to an order that is done at once is lost.',
    inject: onlyOn('claim-item', 'spend')(() => new Response('<h1>Bad gateway</h1>', {status: 502})),
  },
  'slow-item': {
    description: 'The order of an item is on its way and takes its time.',
    inject: onlyOn(
      'order-item',
      'claim-item',
      'spend',
    )(async (answer, held) => {
      await held;
      return answer();
    }),
  },
  'gems-short': {
    description: 'The player has too few gems for an item.',
    shopItems: () => [item('mega_elixir', 'Mega elixir', null, {virtual_prices: inGems(1_000)})],
  },
  'long-items': {
    description: 'Items whose names, prices and contents do not fit on a line.',
    shopItems: longItems,
  },
  'many-items': {
    description: 'Five hundred items.',
    shopItems: () => MANY,
  },
  'items-without-pictures': {
    description: 'No item has a picture.',
    shopItems: now => winterShop(now).map(one => ({...one, image_url: ''})),
  },
} satisfies Plans;
