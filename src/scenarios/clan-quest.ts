/* The reward chains of most scenarios, and the three clans on their boards. */
import {claimed, DAY, isoAt, picture, reward, rows, step, sumOf, unixAt, type WireChain, type WireRow} from './wire.js';

export const superBox = reward({
  name: 'Super box',
  sku: 'com.xsolla.box_1',
  type: 'bundle',
  description: 'Full of things',
});
export const megaPotion = reward({name: 'Mega potion', sku: 'com.xsolla.potion_1', description: 'Heals everything'});
export const smallPotion = reward({name: 'Small potion', sku: 'com.xsolla.potion_2', description: 'Heals a scratch'});
export const gems = (quantity: number) => reward({name: 'Gems', type: 'virtual_currency', quantity});

export const WOLVES = rows(['winner', 555], ['Rocket', 398], ['MrJoe', 201], ['beginner', 1]);
export const RAVENS = rows(['corvid', 20]);
export const OWLS = rows(['strix', 900], ['bubo', 700]);

/** The first step is claimed, the next two can be claimed at 1,155 points, the last is out of reach. */
export const STEPS = [
  claimed(step(1001, 100, smallPotion)),
  step(1002, 500, superBox),
  step(1003, 1_000, megaPotion),
  step(1004, 2_000, gems(50)),
];

const HOW_TO_JOIN = {
  popup_header: {en: 'Rewards for clans', de: 'Belohnungen für Clans', ar: 'مكافآت العشائر'},
  popup_instruction: {
    en: 'Join a clan in the game. From then on every purchase lifts your clan.',
    de: 'Tritt im Spiel einem Clan bei. Von da an hilft jeder Kauf deinem Clan.',
    ar: 'انضم إلى عشيرة داخل اللعبة، وبعدها ترفع كل عملية شراء رصيد عشيرتك.',
  },
  popup_image_url: picture('how-to-join'),
};

/** Fields that remove the texts about joining a clan. */
export const NO_POPUPS = {popup_header: null, popup_instruction: null, popup_image_url: null};

const points = {sku: 'com.xsolla.clan_point_1', name: 'Clan points', image_url: picture('clan-point')};

/** The value point of a clan chain or, with `is_clan: false`, of a player's own chain. */
export function valuePoint(amount: number, is_clan = true): WireChain['value_point'] {
  return {...points, ...(!is_clan && {name: 'Quest points'}), amount, is_clan};
}

/** The weekly clan quest, number 101, as a clan with these rows sees it. */
export function clanQuest(now: number, board: readonly WireRow[], fields: Partial<WireChain> = {}): WireChain {
  return {
    reward_chain_id: 101,
    name: 'Weekly clan quest',
    description: 'What the clan gathers in a week',
    image_url: picture('weekly-clan-quest'),
    order: 1,
    date_start: isoAt(now - 3 * DAY),
    date_end: isoAt(now + 25 * DAY),
    clan_type: 'clan',
    value_point: valuePoint(sumOf(board)),
    top_contributors: board,
    steps: STEPS,
    recurrent_schedule: {interval_type: 'weekly', reset_next_date: unixAt(now + 4 * DAY)},
    ...HOW_TO_JOIN,
    ...fields,
  };
}

/** The same quest in a new clan, for a player who has claimed nothing there. */
export function freshQuest(now: number, board: readonly WireRow[]): WireChain {
  return clanQuest(now, board, {steps: STEPS.map(one => ({...one, is_claimed: false}))});
}

/** The player's own weekly quest, number 10, which no clan change affects. */
export function ownQuest(now: number): WireChain {
  return clanQuest(now, [], {
    reward_chain_id: 10,
    name: 'Weekly quest',
    description: 'What you gather in a week',
    order: 4,
    clan_type: null,
    value_point: valuePoint(230, false),
    steps: [claimed(step(11, 100, smallPotion)), step(12, 200, superBox), step(13, 400, gems(10))],
    ...NO_POPUPS,
  });
}
