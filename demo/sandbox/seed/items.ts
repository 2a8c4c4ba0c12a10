import {picture} from '../pictures/references.js';
import type {SeedReward} from './fields.js';

/** A heap of gems, the seed world's currency. */
export function gems(quantity: number): SeedReward {
  return {
    sku: 'com.xsolla.gem_1',
    name: 'Gems',
    type: 'virtual_currency',
    description: 'Gems for the shop',
    image_url: picture('gem'),
    quantity,
  };
}

export const smallPotion: SeedReward = {
  sku: 'com.xsolla.potion_2',
  name: 'Small potion',
  type: 'virtual_good',
  description: 'Heals a scratch',
  image_url: picture('small-potion'),
  quantity: 1,
};

export const megaPotion: SeedReward = {
  sku: 'com.xsolla.potion_1',
  name: 'Mega potion',
  type: 'virtual_good',
  description: 'Heals everything',
  image_url: picture('mega-potion'),
  quantity: 1,
};

export const superBox: SeedReward = {
  sku: 'com.xsolla.box_1',
  name: 'Super box',
  type: 'bundle',
  description: 'A box full of things',
  image_url: picture('box'),
  quantity: 1,
  bundle_type: 'standard',
};

export const gemChest: SeedReward = {
  sku: 'com.xsolla.gem_chest_1',
  name: 'Chest of gems',
  type: 'bundle',
  description: 'A chest with 500 gems',
  image_url: picture('chest'),
  quantity: 1,
  bundle_type: 'virtual_currency_package',
};
