import type {RewardChainElement} from '../../components/reward-chain/reward-chain.js';
import type {SessionElement} from '../../components/session/session.js';
import {chain, chains} from './answers.js';
import {FakeApi, LIST} from './fake-api.js';
import {type Attributes, element as create, sessionOn} from './page.js';

type Fields = Parameters<typeof chain>[0];

/** A step of a chain that costs so many points in all. */
export function step(step_id: number, amount: unknown, fields: object = {}): object {
  return {step_id, name: `Level ${step_id}`, is_claimed: false, price: {amount}, reward: [item('Potion')], ...fields};
}

export function item(name: string | null, fields: object = {}): object {
  return {sku: `sku.${name}`, name, type: 'virtual_good', quantity: 1, ...fields};
}

/** The points that a chain has. */
export function worth(amount: unknown, is_clan = true): object {
  return {sku: 'com.xsolla.point', name: 'Points', amount, is_clan};
}

export type Track = {api: FakeApi; session: SessionElement; element: RewardChainElement};

/** A reward chain element on a session whose chains are these, in the page. */
export function trackOf(items: object[], wishes: {session?: Attributes; element?: Attributes} = {}): Track {
  const api = new FakeApi().on(LIST, chains(...items));
  const session = sessionOn(api, wishes.session);
  const element = session.appendChild(create('liveops-reward-chain', wishes.element));
  document.body.append(session);
  return {api, session, element};
}

/** The same on one chain with these fields. */
export function trackOn(fields: Fields, wishes: {session?: Attributes; element?: Attributes} = {}): Track {
  return trackOf([chain(fields)], wishes);
}
