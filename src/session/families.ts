/*
 * The registry of families. A new family gets a line in `FAMILIES` and one in `FamilyMembers`. `src/families.ts` loads
 * its code for `createSession`, and its element's `define` for a page of single elements.
 */
import type {BoardMembers} from '../boards/family.js';
import type {CatalogMembers} from '../catalog/family.js';
import type {ClanSwitchMembers} from '../clan-switch/family.js';
import type {CodeMembers} from '../codes/family.js';
import type {DailyChainMembers} from '../daily-chains/family.js';
import {LiveOpsError} from '../errors.js';
import type {OfferChainMembers} from '../offer-chains/family.js';
import type {OrderMembers} from '../orders/family.js';
import type {RewardChainMembers} from '../reward-chains/family.js';
import type {Family} from './context.js';
import {VERSION} from './version.js';

/** What all families together add to a session. */
export type FamilyMembers = RewardChainMembers &
  BoardMembers &
  ClanSwitchMembers &
  DailyChainMembers &
  OrderMembers &
  OfferChainMembers &
  CatalogMembers &
  CodeMembers;

type Entry = {
  /** What the family adds to a session. */
  members: readonly (keyof FamilyMembers)[];
  /** The folder below `components/` whose `define` loads the family; without one, only the full package has it. */
  element?: string;
  /** Messages from the game that it handles. */
  messages?: readonly string[];
};

/** A session forwards its events in this order. */
const FAMILIES: Readonly<Record<string, Entry>> = {
  'reward-chains': {members: ['$rewardChains', 'claimStep', 'balance'], element: 'reward-chain'},
  boards: {members: ['contributors'], element: 'clan-contributors'},
  'clan-switch': {members: ['clanSwitch'], element: 'clan-switch', messages: ['clan.switch', 'rewards.acknowledge']},
  orders: {members: ['orders'], element: 'offer-chain'},
  'offer-chains': {members: ['$offerChains', 'claimOffer'], element: 'offer-chain'},
  catalog: {
    members: [
      'catalog',
      '$upsell',
      'claimItem',
      'buyWithCurrency',
      '$unansweredOrders',
      'acknowledgeOrder',
      'balances',
    ],
    element: 'offers',
  },
  codes: {members: ['codes'], element: 'redeem-code'},
  'daily-chains': {members: ['$dailyChains', '$publicDailyChains', 'claimDay'], element: 'daily-rewards'},
};

/** Every family by name, loaded or not. */
export const families: readonly (readonly [name: string, entry: Entry])[] = Object.entries(FAMILIES);

/**
 * Shared by all copies of this version on the page, so that an element of one copy finds its family in a session of
 * another.
 */
const KEY = Symbol.for(`liveops-elements.families ${VERSION}`);

function loadedFamilies(): Map<string, Family> {
  const page = globalThis as {[KEY]?: Map<string, Family>};
  return (page[KEY] ??= new Map<string, Family>());
}

/** Makes families available to every session of the page without its own list, including existing sessions. */
export function loadFamilies(...loaded: readonly Family[]): void {
  const known = loadedFamilies();
  for (const family of loaded) if (!known.has(family.name)) known.set(family.name, family);
}

/** A family that was passed in or loaded; `undefined` if there is none. */
export function findFamily(name: string, given?: readonly Family[]): Family | undefined {
  return given ? given.find(family => family.name === name) : loadedFamilies().get(name);
}

/** The error names the import that loads `member`, or the family's first member. */
export function notLoaded(family: string, member = FAMILIES[family]?.members[0] ?? family): LiveOpsError {
  const element = FAMILIES[family]?.element;
  const remedy = element
    ? `Import 'liveops-elements/components/${element}/define.js', or load elements/${element}.js.`
    : 'No single element brings it: use `createSession` of the package, or load liveops-elements.js.';
  return new LiveOpsError('config', `\`session.${member}\` is not loaded. ${remedy}`);
}
