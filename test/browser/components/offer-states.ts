import type {OfferChainElement} from '../../../components/offer-chain/offer-chain.js';
import type {SessionElement} from '../../../components/session/session.js';
import {type Attributes, parts} from './page.js';
import {press, says} from './scene.js';
import {gone, type Ways} from './ways.js';

/** Presses a button, and waits for what comes of it. */
const pressed = (button: string, words: string) => async (element: OfferChainElement) => {
  await press(element, button);
  await says(element, words);
};

/** Buys the next step, and looks at what became of the payment. */
const ordered = (words: string) => async (element: OfferChainElement) => {
  await press(element, 'buy');
  await press(element, 'check');
  await says(element, words);
};

/** How to bring an offer chain into each of its states. */
const STATES: Ways<'liveops-offer-chain'> = {
  skeleton: {scenario: 'slow', part: 'skeleton'},
  default: {scenario: 'default', part: 'buy'},
  track: {scenario: 'default', part: 'buy', attributes: {layout: 'track'}},
  'track of many': {scenario: 'many-offers', part: 'claim', attributes: {layout: 'track'}},
  'free step': {scenario: 'offer-free', part: 'claim'},
  'claim under way': {scenario: 'slow-offer-claim', part: 'claim', drive: element => press(element, 'claim')},
  'claim refused': {
    scenario: 'offer-claim-refused',
    part: 'claim',
    drive: pressed('claim', 'could not be claimed'),
  },
  'claimed now': {scenario: 'offer-free', part: 'claim', drive: pressed('claim', 'You received: Mega potion')},
  'order under way': {scenario: 'slow-order', part: 'buy', drive: pressed('buy', 'Opening the payment page')},
  'waiting for the payment': {scenario: 'default', part: 'buy', drive: pressed('buy', 'Waiting for your payment')},
  'track, waiting': {
    scenario: 'default',
    part: 'buy',
    attributes: {layout: 'track'},
    drive: pressed('buy', 'Waiting for your payment'),
  },
  'no payment yet': {scenario: 'default', part: 'buy', drive: ordered('No payment has arrived yet')},
  paid: {scenario: 'order-paid', part: 'buy', drive: ordered('Payment received, your item is on its way.')},
  declined: {scenario: 'order-declined', part: 'buy', drive: ordered('was canceled')},
  expired: {scenario: 'order-expired', part: 'buy', drive: ordered('has expired')},
  'unknown status': {scenario: 'order-unknown', part: 'buy', drive: ordered('Waiting for your payment')},
  'order refused': {scenario: 'order-refused', part: 'buy', drive: pressed('buy', 'Nothing was ordered.')},
  'order not saved': {scenario: 'order-unkept', part: 'buy', drive: pressed('buy', 'Buy anyway')},
  vanished: {scenario: 'offer-vanished', part: 'buy', drive: pressed('buy', 'no longer available')},
  'price missing': {scenario: 'price-missing', part: 'buy'},
  'starts again': {scenario: 'offers-again', part: 'buy'},
  done: {scenario: 'offers-done', part: 'done'},
  over: {scenario: 'offers-over', part: 'done'},
  many: {scenario: 'many-offers', part: 'claim'},
  'long names': {scenario: 'long-offers', part: 'buy'},
  'without pictures': {scenario: 'offers-without-pictures', part: 'buy'},
  'signed out later': {
    scenario: 'signed-out-later',
    part: 'buy',
    drive: async element => {
      (element.parentElement as SessionElement).session?.refresh();
      await says(element, 'Sign in to claim or buy.');
    },
  },
  empty: {scenario: 'no-offers', part: 'empty'},
  failed: {scenario: 'server-error', part: 'error'},
  'signed out': {scenario: 'expired', part: 'error'},
  misconfigured: {scenario: 'default', part: 'error', projectId: 0},
};

export const offerStates = Object.keys(STATES);

/** An offer chain in that state, in the page. */
export const offersIn = (state: string, attributes?: Attributes): Promise<OfferChainElement> =>
  gone('liveops-offer-chain', STATES[state]!, attributes);

/** The state of each step by its part, in the order in which they are shown. */
export const statesOf = (element: Element): string[] =>
  parts(element, 'step').map(step => step.getAttribute('part')!.replace('step step-', ''));
