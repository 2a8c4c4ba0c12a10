import type {ClanRewardChainInput, IndividualRewardChainInput} from '../../../src/admin/index.js';

/** An individual chain with everything in it. */
export const individualChain: IndividualRewardChainInput = {
  name: {en: 'Summer', de: 'Sommer'},
  description: {en: 'All summer long'},
  long_description: null,
  is_enabled: true,
  image_url: 'https://cdn.example/summer.png',
  order: 7,
  date_start: '2026-01-01T00:00:00+00:00',
  date_end: null,
  value_point: {sku: 'com.xsolla.value_point_1'},
  steps: [
    {
      name: {en: 'Warm', de: 'Warm'},
      price: {amount: 10},
      reward: [
        {sku: 'com.xsolla.potion_1', quantity: 5},
        {sku: 'com.example.sunshade', quantity: 1},
      ],
      image_url: 'https://cdn.example/warm.png',
    },
    {name: {en: 'Hot'}, price: {amount: 20}, reward: [{sku: 'com.xsolla.gem_1', quantity: 50}], image_url: null},
  ],
  recurrent_schedule: {interval_type: 'weekly', day_of_week: 1, time: '01:00:00+08:00'},
  is_always_visible: true,
};

const {value_point: _, ...summer} = individualChain;

/** The same for clans. */
export const clanChain: ClanRewardChainInput = {
  ...summer,
  value_point: {sku: 'com.xsolla.clan_point_1'},
  recurrent_schedule: {interval_type: 'monthly', day_of_month: 31, time: '00:00:00-05:00'},
  popup_header: {en: 'For clans', de: 'Für Clans'},
  popup_instruction: {en: 'Join a clan in the game.'},
  popup_image_url: 'https://cdn.example/join.png',
  clan_type: 'guild',
};
