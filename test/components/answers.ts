/* Answers of the LiveOps API as the vendor's documents show them. */

export type Row = {name: string; contributed_amount: unknown};

/** Rows of the board from pairs of a name and points. */
export function rowsOf(points: Readonly<Record<string, unknown>>): Row[] {
  return Object.entries(points).map(([name, contributed_amount]) => ({name, contributed_amount}));
}

export const WOLVES = rowsOf({winner: 555, Rocket: 398, MrJoe: 201, beginner: 1});

/** Ten rows, Rocket on the second. */
export const TEN = rowsOf({
  ...{winner: 900, Rocket: 398},
  ...Object.fromEntries([...'abcdefgh'].map(name => [name, 7])),
});

const CHAIN = {
  reward_chain_id: 101,
  name: 'Weekly clan quest',
  order: 1,
  date_start: '2020-01-01T00:00:00+00:00',
  date_end: null,
  clan_type: 'guild',
  value_point: {sku: 'com.xsolla.clan_point_1', name: 'Clan points', amount: 1155, is_clan: true},
  top_contributors: [] as Row[],
  steps: [],
  recurrent_schedule: null,
  popup_header: {en: 'Rewards for clans', de: null},
  popup_instruction: {en: 'Join a clan in the game.', de: null},
  popup_image_url: null,
};

/** A clan chain that runs, number 101 unless told. */
export function chain(fields: Partial<Record<keyof typeof CHAIN, unknown>> = {}): object {
  return {...CHAIN, ...fields};
}

/** The list of reward chains. */
export function chains(...items: object[]): object {
  return {has_more: false, total_items_count: items.length, items};
}
