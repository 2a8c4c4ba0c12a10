import type {OffersElement} from '../../../components/offers/offers.js';
import type {SessionElement} from '../../../components/session/session.js';
import {ContributeEvent} from '../../../components/shared/contribute-event.js';
import {waitUntil} from '../../support/wait-until.js';
import {type Attributes, parts, texts} from './page.js';
import {says} from './scene.js';
import {gone, type Ways} from './ways.js';

/** The card of an item, by its name. */
export function offerOf(element: Element, name: string): HTMLElement {
  const offer = parts(element, 'offer').find(one => one.querySelector('[part~=name]')?.textContent.trim() === name);
  if (!offer) throw new Error(`No ${name} among ${texts(element, 'name').join()}.`);
  return offer;
}

/** Presses a button of an item, as players do, once it can be pressed. */
export async function pressOn(element: Element, name: string, part = 'buy'): Promise<void> {
  const button = await waitUntil(
    () => offerOf(element, name).querySelector<HTMLButtonElement>(`[part~=${part}]:not(:disabled)`),
    `a live ${part} of ${name}`,
  );
  button.focus();
  button.click();
}

/** Presses a button of an item, and waits for what comes of it. */
export const pressed = (name: string, words: string, part?: string) => async (element: OffersElement) => {
  await pressOn(element, name, part);
  await says(element, words);
};

/** The player wants to reach a rank, as a board says it. */
export function climb(element: OffersElement, pointsNeeded: number, more: object = {rank: 1}): void {
  const {session} = element.parentElement as SessionElement;
  const gap = {chainId: 101, pointsNeeded, valuePointSku: 'com.xsolla.clan_point_1', goal: 'rank', ...more} as const;
  document.body.dispatchEvent(new ContributeEvent(gap, session));
}

/** Loses the answer to an order, and restarts the session, as the next visit does. */
const lostBefore = (name: string, words: string, confirm?: string) => async (element: OffersElement) => {
  await pressOn(element, name);
  if (confirm) await pressOn(element, name, confirm);
  await says(element, words);
  const session = element.parentElement as SessionElement;
  const before = session.session;
  session.playerName = 'Rocket ';
  // The words may be gone for less time than a look takes, so that only the next session's own order shows the next visit.
  await waitUntil(
    () => session.session !== before && session.session?.$unansweredOrders.get().length,
    'the order of the earlier visit',
  );
  await element.updateComplete;
  await says(element, words);
};

const climbing = (pointsNeeded: number, words: string) => async (element: OffersElement) => {
  climb(element, pointsNeeded);
  await says(element, words);
};

const inList = {layout: 'list'};

/** How to bring offers into each of their states. */
const STATES: Ways<'liveops-offers'> = {
  skeleton: {scenario: 'slow', part: 'skeleton'},
  default: {scenario: 'default', part: 'offer'},
  list: {scenario: 'default', part: 'offer', attributes: inList},
  strip: {scenario: 'default', part: 'offer', attributes: {layout: 'strip'}},
  promotions: {scenario: 'default', part: 'offer', attributes: {source: 'promotions'}},
  upsell: {scenario: 'default', part: 'offer', attributes: {source: 'upsell'}},
  'climb closes': {scenario: 'default', part: 'offer', drive: climbing(158, 'These three lift you to rank 1.')},
  'climb falls short': {scenario: 'items-few-points', part: 'offer', drive: climbing(158, 'These give most: 60.')},
  'climb without points': {scenario: 'items-no-points', part: 'offer', drive: climbing(158, 'No offer here gives')},
  'question about gems': {
    scenario: 'default',
    part: 'offer',
    drive: pressed('Mega elixir', 'Buy Mega elixir for 100 Gems? You have 340 Gems.'),
  },
  'question in a list': {
    scenario: 'default',
    part: 'offer',
    attributes: inList,
    drive: pressed('Mega elixir', 'You have 340 Gems.'),
  },
  'order under way': {scenario: 'slow-item', part: 'offer', drive: pressed('Ember pouch', 'Opening the payment page')},
  'waiting for the payment': {
    scenario: 'default',
    part: 'offer',
    drive: pressed('Ember pouch', 'Waiting for your payment'),
  },
  'waiting in a list': {
    scenario: 'default',
    part: 'offer',
    attributes: inList,
    drive: pressed('Ember pouch', 'Waiting for your payment'),
  },
  received: {scenario: 'default', part: 'offer', drive: pressed('Daily spark', 'You received: Daily spark')},
  'limit exceeded': {
    scenario: 'item-limit',
    part: 'offer',
    drive: pressed('Night lantern', 'You have reached the limit for this, or for a gift'),
  },
  vanished: {scenario: 'item-vanished', part: 'offer', drive: pressed('Night lantern', 'no longer available for you')},
  'outcome unknown': {
    scenario: 'item-lost',
    part: 'offer',
    drive: pressed('Daily spark', 'We couldn’t find out whether you have this'),
  },
  'lost on an earlier visit': {
    scenario: 'item-lost',
    part: 'offer',
    drive: lostBefore('Daily spark', 'We couldn’t find out whether you have this'),
  },
  'gems lost on an earlier visit, in a list': {
    scenario: 'item-lost',
    part: 'offer',
    attributes: inList,
    drive: lostBefore('Mega elixir', 'Check your inventory and your Gems before', 'confirm'),
  },
  'order not saved': {scenario: 'order-unkept', part: 'offer', drive: pressed('Ember pouch', 'Buy anyway')},
  'sold out': {scenario: 'items-sold-out', part: 'offer'},
  'long names': {scenario: 'long-items', part: 'offer'},
  'without pictures': {scenario: 'items-without-pictures', part: 'offer'},
  'signed out later': {
    scenario: 'signed-out-later',
    part: 'offer',
    drive: async element => {
      (element.parentElement as SessionElement).session?.refresh();
      await says(element, 'Sign in to buy.');
    },
  },
  empty: {scenario: 'no-items', part: 'empty'},
  failed: {scenario: 'server-error', part: 'error'},
  'signed out': {scenario: 'expired', part: 'error'},
  misconfigured: {scenario: 'default', part: 'error', projectId: 0},
};

export const itemStates = Object.keys(STATES);

/** Offers in that state, in the page. */
export const itemsIn = (state: string, attributes?: Attributes): Promise<OffersElement> =>
  gone('liveops-offers', STATES[state]!, attributes);
