import '../../../components/clan-switch/define.js';
import '../../../components/daily-rewards/define.js';
import '../../../components/offer-chain/define.js';
import '../../../components/offers/define.js';
import '../../../components/redeem-code/define.js';
import '../../../components/reward-chain/define.js';
import '../../../components/session/define.js';

import {expect} from 'chai';
import type {SessionElement} from '../../../components/session/session.js';
import {putOn} from '../../../src/scenarios/on-element.js';
import {createScenario, type ScenarioName} from '../../../src/scenarios/scenarios.js';
import {waitUntil} from '../../support/wait-until.js';
import {type Attributes, element as create, parts} from './page.js';

export type Tag =
  | 'liveops-clan-switch'
  | 'liveops-reward-chain'
  | 'liveops-daily-rewards'
  | 'liveops-offer-chain'
  | 'liveops-offers'
  | 'liveops-redeem-code';
type Change = (call: string, answer: () => Promise<Response>, request: Request) => Response | Promise<Response>;

export type Wishes = {
  attributes?: Attributes;
  session?: Partial<SessionElement>;
  /** What becomes of an answer; default nothing. */
  change?: Change;
};

export type Scene<T extends Tag> = {
  element: HTMLElementTagNameMap[T];
  session: SessionElement;
  /** The calls so far, such as `PUT clan/update`. */
  calls: string[];
  /** Lets held answers go. */
  release(): void;
};

afterEach(() => {
  const tags =
    'liveops-clan-switch, liveops-reward-chain, liveops-daily-rewards, liveops-offer-chain, liveops-offers, liveops-redeem-code';
  document.querySelectorAll(tags).forEach(element => element.remove());
});

const toCall = ({method, url}: Request): string => `${method} ${new URL(url).pathname.replace(/^.*\/user\//, '')}`;

/** A scenario whose calls are noted, and changed as the test wishes. */
export function noted(name: ScenarioName, change: Change = (_call, answer) => answer()) {
  const scenario = createScenario(name);
  const calls: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    calls.push(toCall(request));
    return change(toCall(request), () => scenario.fetch(request), request);
  };
  return {...scenario, fetch, calls};
}

/** An element in a scenario, in the page, once the scenario has taken its steps. */
export async function play<T extends Tag>(tag: T, name: ScenarioName, wishes: Wishes = {}): Promise<Scene<T>> {
  const scenario = noted(name, wishes.change);
  const session = create('liveops-session');
  const element = create(tag, wishes.attributes);
  session.append(element);
  document.body.append(session);
  Object.assign(session, {pollSeconds: 0});
  const begun = putOn(session, scenario);
  Object.assign(session, wishes.session);
  await begun;
  await session.updateComplete;
  await element.updateComplete;
  return {element, session, calls: scenario.calls, release: () => scenario.release()};
}

/** The button of a part, once it can be pressed. */
export function live(element: Element, part: string): Promise<HTMLButtonElement> {
  const buttons = (): HTMLButtonElement[] => parts(element, part) as HTMLButtonElement[];
  return waitUntil(() => buttons().find(({disabled}) => !disabled), `a live ${part} in ${said(element)}`);
}

/** Presses a button once it can be pressed, as players do: the focus is on it then. */
export async function press(element: Element, part: string): Promise<void> {
  const button = await live(element, part);
  button.focus();
  button.click();
}

/** All that the element says, as it is read: blanks are one. */
export function said(element: Element): string {
  return element.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** Waits until the element says that. */
export async function says(element: Element, text: RegExp | string): Promise<void> {
  const isSaid = (): boolean => (typeof text === 'string' ? said(element).includes(text) : text.test(said(element)));
  await waitUntil(isSaid, `${String(text)} in “${said(element)}”`);
}

/** The events of these types that come to the target from now on. */
export function events<T extends keyof HTMLElementEventMap>(target: EventTarget, type: T): HTMLElementEventMap[T][] {
  const heard: HTMLElementEventMap[T][] = [];
  target.addEventListener(type, event => heard.push(event as HTMLElementEventMap[T]));
  return heard;
}

/** The element that has the focus, seen from inside the element. */
export function focused(element: Element): Element | null {
  return element.shadowRoot?.activeElement ?? null;
}

/** The animations that reveal rewards. */
export function reveals(element: Element): CSSAnimation[] {
  const all = (element.shadowRoot?.getAnimations() ?? []) as CSSAnimation[];
  return all.filter(({animationName}) => animationName === 'reveal');
}

/** A picture that loads, and one that does not, without a network. */
export const GOOD_PICTURE =
  'data:image/svg+xml,' + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');

/** An event's kind and facts as a plain object: chai would print a whole page for an event. */
export function factsOf(event: Event): Record<string, unknown> {
  const {type, bubbles, composed, cancelable} = event;
  const own = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  return {type, bubbles, composed, cancelable, ...Object.fromEntries(own)};
}

/** Fails unless the page cannot change these fields of an event. */
export function expectFrozen(event: Event, fields: readonly string[]): void {
  for (const field of fields) {
    expect(() => Object.assign(event, {[field]: 'another'}), field).to.throw(TypeError);
  }
}
