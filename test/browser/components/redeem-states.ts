import type {RedeemCodeElement} from '../../../components/redeem-code/redeem-code.js';
import type {ScenarioName} from '../../../src/scenarios/scenarios.js';
import {waitUntil} from '../../support/wait-until.js';
import {type Attributes, parts, shown} from './page.js';
import {live, play, press, says, type Scene, type Wishes} from './scene.js';
import {gone, type Way} from './ways.js';

export const TAG = 'liveops-redeem-code';

/** A call about codes, as a scene notes it. */
export const call = (method: string, path: string): string => `${method} /api/v2/project/44056/${path}`;

/** Writes into the field, as typing does. */
export function type(element: Element, text: string): void {
  const field = fieldOf(element);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

export function fieldOf(element: Element): HTMLInputElement {
  return parts(element, 'field')[0] as HTMLInputElement;
}

/** Types a code and checks it. */
export async function check(element: Element, text: string): Promise<void> {
  type(element, text);
  await press(element, 'check');
}

/** Checks a code and redeems or applies it. */
export async function commit(element: Element, text: string): Promise<void> {
  await check(element, text);
  await shown(element, 'preview');
  await press(element, 'commit');
}

const checked = (text: string, words: RegExp | string) => async (element: Element) => {
  await check(element, text);
  await says(element, words);
};

const committed = (text: string, words: RegExp | string) => async (element: Element) => {
  await commit(element, text);
  await says(element, words);
};

/** Chooses a tile by what it says. */
export async function choose(element: Element, words: string): Promise<void> {
  await shown(element, 'option');
  const tile = parts(element, 'option').find(({textContent}) => textContent.includes(words));
  tile!.querySelector('input')!.click();
}

/** How to bring a code field into each of its states. */
const STATES: Readonly<Record<string, Partial<Way<typeof TAG>>>> = {
  empty: {},
  'nothing entered': {drive: checked('', 'Enter a code first.')},
  checking: {scenario: 'slow-code', drive: checked('WELCOME', 'Checking')},
  unknown: {drive: checked('NOPE', 'We don’t know this code.')},
  'other characters': {drive: checked('WELC*ME', 'letters and digits only')},
  grouped: {drive: checked('WEL-COME', 'Did you mean WELCOME?')},
  expired: {drive: checked('OLD', 'has expired')},
  'used up': {drive: checked('ONCE', 'has been used already')},
  region: {drive: checked('ELSEWHERE', 'your region')},
  'unknown reason': {drive: checked('STRANGE', '0401-9999')},
  coupon: {drive: checked('WELCOME', 'Your code gives you:')},
  bundle: {drive: checked('BUNDLE', 'Contains Mega potion')},
  'unlisted gift': {drive: checked('SURPRISE', 'is a gift')},
  choice: {drive: checked('KEYS', 'Choose a platform first.')},
  chosen: {
    async drive(element) {
      await check(element, 'KEYS');
      await choose(element, 'Steam');
      await live(element, 'commit');
    },
  },
  'promo code': {drive: checked('WINTER10', '10% off')},
  'unique offer': {drive: checked('SECRET', 'unlocks a special offer')},
  'unknown kind': {drive: checked('SEASON', 'is valid, but')},
  'promo code where coupons are redeemed': {
    attributes: {kind: 'coupon'},
    drive: checked('WINTER10', 'Enter it at the checkout'),
  },
  sending: {scenario: 'slow-redeem', drive: committed('WELCOME', 'One moment')},
  redeemed: {drive: committed('WELCOME', 'Redeemed! These are yours now:')},
  'redeemed, unlisted': {drive: committed('SURPRISE', 'Look in your inventory.')},
  'probably redeemed': {scenario: 'code-answer-lost', drive: committed('WELCOME', 'Probably yours')},
  'end unknown': {scenario: 'code-unanswered', drive: committed('WELCOME', 'couldn’t find out')},
  'redeemed, not saved': {scenario: 'code-unkept', drive: committed('WELCOME', 'couldn’t save this')},
  applied: {drive: committed('WINTER10', 'Your cart is €9.00 now, not €10.00.')},
  kept: {attributes: {'promo-code-for': 'order'}, drive: committed('WINTER10', 'with your next order')},
  unlocked: {drive: committed('SECRET', 'Unlocked.')},
  'cart empty': {scenario: 'empty-cart', drive: committed('WINTER10', 'Your cart is empty')},
  history: {
    async drive(element) {
      await commit(element, 'WELCOME');
      await press(element, 'acknowledge');
      (await shown(element, 'history')).querySelector('summary')!.click();
    },
  },
  'long names': {scenario: 'long-codes', drive: checked('WELCOME', 'Your code gives you:')},
  'long choice': {scenario: 'long-codes', drive: checked('KEYS', 'Choose a platform first.')},
  'long receipt': {scenario: 'long-codes', drive: committed('WELCOME', 'Redeemed!')},
  failed: {scenario: 'server-error', drive: checked('WELCOME', 'could not reach the server')},
  'signed out': {scenario: 'expired', drive: checked('WELCOME', 'Sign in to use a code.')},
  misconfigured: {projectId: 0, part: 'error'},
};

export const codeStates = Object.keys(STATES);

/** A code field on the page of a scenario. */
export function codesOn(scenario: ScenarioName = 'default', wishes: Wishes = {}): Promise<Scene<typeof TAG>> {
  return play(TAG, scenario, wishes);
}

/** A code field in that state, in the page. */
export const codeIn = (state: string, attributes?: Attributes): Promise<RedeemCodeElement> =>
  gone(TAG, {part: 'field', ...STATES[state]!}, attributes);

/** Waits until the receipts of the element end so. */
export async function receipts(element: Element, ...ends: readonly string[]): Promise<void> {
  const found = (): string[] =>
    parts(element, 'receipt').map(receipt => receipt.getAttribute('part')!.replace('receipt receipt-', ''));
  await waitUntil(() => found().join() === ends.join(), `${ends.join()} instead of ${found().join()}`);
}
