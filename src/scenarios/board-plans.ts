/* Scenarios about the top contributors. */
import {clanQuest, NO_POPUPS, ownQuest} from './clan-quest.js';
import type {Plans} from './plan.js';
import {reward, rows, step, type WireRow} from './wire.js';

/** A clan with these rows on its board. */
const withRows = (board: readonly WireRow[]) => ({chains: (now: number) => [clanQuest(now, board), ownQuest(now)]});

const LONG_OWN = 'Her Serene Highness Princess Wilhelmina Augusta of the Seven Southern Isles';

const LONG = [
  'Bartholomew_the_Unreasonably_Long_Named_Guardian_of_the_Northern_Gates',
  LONG_OWN,
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺🐺',
  'Ъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъъ',
  'i',
];

const HOSTILE_TITLE = '"><script>alert(1)</script>';

/** Markup, a reversed file name, towers of marks, nothing visible, code for some template, far too much, line breaks. */
const HOSTILE = [
  '<img src=x onerror="alert(1)">',
  HOSTILE_TITLE,
  '\u202egnp.exe\u202d Rocket',
  `Z${'\u0301\u0489\u0336'.repeat(40)}algo`,
  '\u200b\u2060\ufeff ',
  '{{constructor.constructor("alert(1)")()}}',
  'A'.repeat(4_096),
  'first\nsecond\u2028third\u0000\u0007',
  '👨‍👩‍👧‍👦 ﷽ ﷽ ﷽',
  'javascript:alert(1)',
];

const HOSTILE_BOARD = rows(...HOSTILE.map((name, at) => [name, 1_000 - at * 100] as const));
// The project, not a stranger, names its items: they are as odd, but not as long.
const HOSTILE_ITEMS = HOSTILE.map(name => name.slice(0, 200));
const HOSTILE_STEPS = HOSTILE_ITEMS.map((name, at) => ({...step(1_001 + at, 600 * (at + 1), reward({name})), name}));

const ARABIC = rows(['ليلى القمر', 1_250], ['صاروخ', 980], ['Rocket77', 640], ['أبو الذئاب', 640], ['نجمة ٢٠٢٦', 12]);

export const boardPlans = {
  default: {
    description: 'Four wolves on the board, Rocket second; two steps of the clan quest wait to be claimed.',
  },
  tie: {
    description: 'Several players have the same points and share a rank; Rocket is one of them.',
    ...withRows(rows(['winner', 500], ['Rocket', 200], ['MrJoe', 200], ['Ana', 200], ['beginner', 50], ['Bo', 50])),
  },
  'full-board': {
    description: 'Ten rows, as many as there can be; Rocket is last.',
    ...withRows(rows(...[...'ABCDEFGHI'].map((name, at) => [`Wolf ${name}`, 900 - at * 77] as const), ['Rocket', 9])),
  },
  'own-row-missing': {
    description: 'Ten rows without Rocket, who is not among the first ten.',
    ...withRows(rows(...[...'ABCDEFGHIJ'].map((name, at) => [`Wolf ${name}`, 900 - at * 77] as const))),
  },
  empty: {
    description: 'Rocket has a clan, but nobody in it has given points yet.',
    ...withRows([]),
  },
  'no-clan': {
    description: 'Rocket is in no clan, and the project says nothing about joining one.',
    player: {clan: null},
    chains: now => [clanQuest(now, [], NO_POPUPS), ownQuest(now)],
  },
  'unknown-clan': {
    description: 'The page does not know whether Rocket has a clan, and the board is empty.',
    player: {clan: undefined},
    ...withRows([]),
  },
  'long-names': {
    description: 'Names of up to eighty letters, with and without a place to break.',
    player: {playerName: LONG_OWN},
    ...withRows(rows(...LONG.map((name, at) => [name, 600 - at * 100] as const))),
  },
  'hostile-names': {
    description: 'Players and items named after markup, reversed text, towers of marks and nothing at all.',
    chains: now => [clanQuest(now, HOSTILE_BOARD, {name: HOSTILE_TITLE, steps: HOSTILE_STEPS}), ownQuest(now)],
  },
  rtl: {
    description: 'Arabic names and numbers, read from right to left.',
    player: {playerName: 'صاروخ', locale: 'ar-EG'},
    chains: now => [clanQuest(now, ARABIC, {name: 'مهمة العشيرة الأسبوعية'}), ownQuest(now)],
  },
  'many-digits': {
    description: 'Points with as many digits as a number can have.',
    ...withRows(
      rows(['winner', Number.MAX_SAFE_INTEGER], ['Rocket', 987_654_321_012], ['MrJoe', 1_000_000], ['Bo', 0]),
    ),
  },
} satisfies Plans;
