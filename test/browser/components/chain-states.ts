import type {RewardChainElement} from '../../../components/reward-chain/reward-chain.js';
import {type Attributes} from './page.js';
import {press, says} from './scene.js';
import {gone, type Ways} from './ways.js';

/** How to bring a reward chain into each of its states. */
const STATES: Ways<'liveops-reward-chain'> = {
  skeleton: {scenario: 'slow', part: 'skeleton'},
  default: {scenario: 'default', part: 'step'},
  'all claimed': {scenario: 'all-claimed', part: 'step'},
  'all locked': {scenario: 'locked', part: 'step'},
  individual: {scenario: 'individual', part: 'step', attributes: {'reward-chain-id': '10'}},
  'how to join': {scenario: 'clanless-chain', part: 'how-to-join'},
  'claim under way': {scenario: 'slow-claim', part: 'claim', drive: element => press(element, 'claim')},
  'claim refused': {
    scenario: 'claim-refused',
    part: 'claim',
    drive: async element => {
      await press(element, 'claim');
      await says(element, 'could not be claimed');
    },
  },
  'without pictures': {scenario: 'broken-images', part: 'step'},
  empty: {scenario: 'no-chain', part: 'empty'},
  failed: {scenario: 'server-error', part: 'error'},
  'signed out': {scenario: 'expired', part: 'error'},
  misconfigured: {scenario: 'default', part: 'error', projectId: 0},
};

export const chainStates = Object.keys(STATES);

/** A reward chain in that state, in the page. */
export const chainIn = (state: string, attributes?: Attributes): Promise<RewardChainElement> =>
  gone('liveops-reward-chain', STATES[state]!, attributes);
