/*
 * The registry of families. A new family gets a line in `FAMILIES` and one in `FamilyMembers`; its code comes with
 * `src/families.ts` into `createSession`, and with its element's `define` into a page of single elements.
 */
import type {BoardMembers} from '../boards/family.js';
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
  CodeMembers;

type Entry = {
  /** What it adds to a session. */
  members: readonly (keyof FamilyMembers)[];
  /** The folder below `components/` whose `define` brings it; without one it comes with everything only. */
  element?: string;
  /** Messages of the game that it handles. */
  messages?: readonly string[];
};

/** In this order a session passes on what happens to it. */
const FAMILIES: Readonly<Record<string, Entry>> = {
  'reward-chains': {members: ['$rewardChains', 'claimStep', 'balance'], element: 'reward-chain'},
  boards: {members: ['contributors'], element: 'clan-contributors'},
  'clan-switch': {members: ['clanSwitch'], element: 'clan-switch', messages: ['clan.switch', 'rewards.acknowledge']},
  orders: {members: ['orders']},
  'offer-chains': {members: ['$offerChains', 'claimOffer']},
  codes: {members: ['codes']},
  'daily-chains': {members: ['$dailyChains', '$publicDailyChains', 'claimDay'], element: 'daily-rewards'},
};

/** Every family by name, loaded or not. */
export const families: readonly (readonly [name: string, entry: Entry])[] = Object.entries(FAMILIES);

/** Shared by all copies of this version on the page, so that the element of one finds its family in a session of another. */
const KEY = Symbol.for(`liveops-elements.families ${VERSION}`);

function loadedFamilies(): Map<string, Family> {
  const page = globalThis as {[KEY]?: Map<string, Family>};
  return (page[KEY] ??= new Map<string, Family>());
}

/** Makes families available to every session of the page that was not given its own, also to those there are already. */
export function loadFamilies(...loaded: readonly Family[]): void {
  const known = loadedFamilies();
  for (const family of loaded) if (!known.has(family.name)) known.set(family.name, family);
}

/** A family that was given or loaded; `undefined` where it was not. */
export function findFamily(name: string, given?: readonly Family[]): Family | undefined {
  return given ? given.find(family => family.name === name) : loadedFamilies().get(name);
}

/** Says which import brings `member`, or whatever the family adds first. */
export function notLoaded(family: string, member = FAMILIES[family]?.members[0] ?? family): LiveOpsError {
  const element = FAMILIES[family]?.element;
  const remedy = element
    ? `Import 'liveops-elements/components/${element}/define.js', or load elements/${element}.js.`
    : 'No single element brings it: use `createSession` of the package, or load liveops-elements.js.';
  return new LiveOpsError('config', `\`session.${member}\` is not loaded. ${remedy}`);
}
