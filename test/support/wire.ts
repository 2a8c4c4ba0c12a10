/*
 * Answers in the shape of the vendor's API, as its docs show them. Each function returns a new one with some fields
 * replaced, so that a test shows only the fields that matter.
 */

type Fields = Record<string, unknown>;

export type Row = {name: string; contributed_amount: unknown};

/** Rows of a board from pairs of a name and points. */
export function rowsOf(points: Readonly<Record<string, unknown>>): Row[] {
  return Object.entries(points).map(([name, contributed_amount]) => ({name, contributed_amount}));
}

export const WOLVES = rowsOf({winner: 555, Rocket: 398, MrJoe: 201, beginner: 1});

/** Ten rows, Rocket on the second. */
export const TEN = rowsOf({
  ...{winner: 900, Rocket: 398},
  ...Object.fromEntries([...'abcdefgh'].map(name => [name, 7])),
});

/** A reward with every field that the vendor shows. */
export function rewardAnswer(fields: Fields = {}): Fields {
  return {
    sku: 'com.xsolla.box_1',
    name: 'Super box',
    type: 'bundle',
    description: 'A box full of things',
    image_url: 'https://images.example.com/box.png',
    quantity: 2,
    bundle_type: 'standard',
    ...fields,
  };
}

/** A chain with every field that the vendor shows: a clan's, weekly, with one step that is claimed. */
export function chainAnswer(fields: Fields = {}): Fields {
  return {
    reward_chain_id: 101,
    name: 'Weekly clan quest',
    description: 'What the clan gathers in a week',
    long_description: null,
    image_url: 'https://images.example.com/quest.png',
    order: 3,
    date_start: '2023-05-01T02:00:00+02:00',
    date_end: null,
    clan_type: 'guild',
    top_contributors: [{name: 'winner', contributed_amount: 555}, null],
    value_point: {sku: 'points', name: 'Clan points', image_url: null, description: null, amount: 1155, is_clan: true},
    steps: [
      {
        step_id: 1001,
        name: 'Level 1',
        is_claimed: true,
        image_url: 'https://images.example.com/step.png',
        price: {amount: 100},
        reward: [rewardAnswer()],
      },
    ],
    recurrent_schedule: {interval_type: 'weekly', reset_next_date: 1_746_057_600},
    popup_header: {en: 'Rewards for clans', de: null, cn: '公会奖励'},
    popup_instruction: {en: 'Join a clan in the game.'},
    popup_image_url: 'https://images.example.com/join.png',
    ...fields,
  };
}

/** One page of the chain list. */
export function chainPage(items: readonly unknown[], hasMore: unknown = false): Fields {
  return {has_more: hasMore, total_items_count: items.length, items};
}

/** The whole list of reward chains. */
export const chains = (...items: object[]): Fields => chainPage(items);

/** A running clan chain without steps, rows, pictures or resets; id 101 by default. */
export function chain(fields: Fields = {}): Fields {
  return chainAnswer({
    image_url: null,
    order: 1,
    value_point: {sku: 'com.xsolla.clan_point_1', name: 'Clan points', amount: 1155, is_clan: true},
    top_contributors: [],
    steps: [],
    recurrent_schedule: null,
    popup_image_url: null,
    ...fields,
  });
}

/** A step that needs this many points in total, with a potion by default. */
export function step(step_id: number, amount: unknown, fields: Fields = {}): Fields {
  return {step_id, name: `Level ${step_id}`, is_claimed: false, price: {amount}, reward: [item('Potion')], ...fields};
}

/** One item without a picture. */
export function item(name: string | null, fields: Fields = {}): Fields {
  return {sku: `sku.${name}`, name, type: 'virtual_good', quantity: 1, ...fields};
}

/** The points of a chain. */
export function worth(amount: unknown, is_clan = true): Fields {
  return {sku: 'com.xsolla.point', name: 'Points', amount, is_clan};
}
