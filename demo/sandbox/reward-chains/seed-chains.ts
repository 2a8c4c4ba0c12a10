import {picture} from '../pictures/references.js';
import type {LocaleMap, SeedReward} from '../seed/fields.js';
import type {SeedChain, SeedStep, SeedValuePoint} from './seed.js';
import {gemChest, gems, megaPotion, smallPotion, superBox} from '../seed/items.js';

const DAY = 24;

const popupHeader: LocaleMap = {
  en: 'Rewards for clans',
  de: 'Belohnungen für Clans',
  fr: null,
  ar: 'مكافآت العشائر',
  cn: '公会奖励',
  tw: '公會獎勵',
};

const popupInstruction: LocaleMap = {
  en: 'Join a clan in the game. From then on every purchase lifts your clan.',
  de: 'Tritt im Spiel einem Clan bei. Von da an hilft jeder Kauf deinem Clan.',
  fr: null,
  ar: 'انضم إلى عشيرة داخل اللعبة، وبعدها ترفع كل عملية شراء رصيد عشيرتك.',
  cn: '在游戏中加入公会，之后你的每次购买都会为公会增加积分。',
  tw: '在遊戲中加入公會，之後你的每次購買都會為公會增加積分。',
};

/** The part that all clan chains of the seed share: how to join a clan. */
const popups = {
  popup_header: popupHeader,
  popup_instruction: popupInstruction,
  popup_image_url: picture('how-to-join'),
};

const noPopups = {popup_header: null, popup_instruction: null, popup_image_url: null};

function step(step_id: number, name: string, amount: number, ...reward: SeedReward[]): SeedStep {
  // Ids count the steps of a chain in their last digit.
  return {step_id, name, image_url: picture(`step-${step_id % 10}`), price: {amount}, reward};
}

function clanPoint(sku: string, name: string): SeedValuePoint {
  return {
    sku,
    name,
    image_url: picture('clan-point'),
    description: 'Counts for the clan',
    long_description: null,
    is_clan: true,
  };
}

const weeklyClanQuest: SeedChain = {
  reward_chain_id: 101,
  name: 'Weekly clan quest',
  description: 'What the clan gathers in a week',
  long_description: 'Purchases of every member count. Each step is there for every member to take.',
  image_url: picture('clan-quest'),
  order: 1,
  starts_in_hours: -3 * DAY,
  ends_in_hours: 25 * DAY,
  clan_type: 'clan',
  value_point: clanPoint('com.xsolla.clan_point_1', 'Clan points'),
  steps: [
    step(1001, 'Level 1', 100, smallPotion),
    step(1002, 'Level 2', 500, superBox),
    step(1003, 'Level 3', 1000, megaPotion),
    step(1004, 'Level 4', 2000, gems(50)),
  ],
  recurrent_schedule: {interval_type: 'weekly', resets_in_hours: 4 * DAY},
  ...popups,
};

const guildRaid: SeedChain = {
  reward_chain_id: 102,
  name: 'Guild raid',
  description: 'One raid, one pot',
  long_description: null,
  image_url: picture('guild-raid'),
  order: 2,
  starts_in_hours: -DAY,
  ends_in_hours: 13 * DAY,
  clan_type: 'guild',
  value_point: clanPoint('com.xsolla.clan_point_2', 'Raid points'),
  steps: [step(2001, 'Camp', 300, gems(10)), step(2002, 'Gate', 600, gemChest)],
  recurrent_schedule: null,
  ...popups,
};

const openEnded: SeedChain = {
  reward_chain_id: 103,
  name: 'Long road',
  description: null,
  long_description: null,
  image_url: null,
  order: 3,
  starts_in_hours: -30 * DAY,
  ends_in_hours: null,
  clan_type: null,
  value_point: clanPoint('com.xsolla.clan_point_3', 'Road points'),
  steps: [step(3001, 'First mile', 500, smallPotion, gems(5))],
  recurrent_schedule: null,
  ...popups,
};

const weeklyQuest: SeedChain = {
  reward_chain_id: 10,
  name: 'Weekly quest',
  description: 'What you gather in a week',
  long_description: null,
  image_url: picture('weekly-quest'),
  order: 4,
  starts_in_hours: -3 * DAY,
  ends_in_hours: 4 * DAY,
  clan_type: null,
  value_point: {
    sku: 'com.xsolla.value_point_1',
    name: 'Value points',
    image_url: picture('value-point'),
    description: null,
    long_description: null,
    is_clan: false,
  },
  steps: [step(11, 'Level 1', 100, smallPotion), step(12, 'Level 2', 200, superBox)],
  recurrent_schedule: {interval_type: 'weekly', resets_in_hours: 4 * DAY},
  ...noPopups,
};

/** The default reward chains. */
export const seedChains: readonly SeedChain[] = [weeklyClanQuest, guildRaid, openEnded, weeklyQuest];
