import type {RewardChainElement} from '../../../components/reward-chain/reward-chain.js';
import type {SessionElement} from '../../../components/session/session.js';
import {chain, chains} from '../../support/wire.js';
import {FakeApi, LIST} from './fake-api.js';
import {type Attributes, element as create, sessionOn} from './page.js';

type Fields = Parameters<typeof chain>[0];

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
