import type {RewardChainElement} from '../../../components/reward-chain/reward-chain.js';
import type {ScenarioName} from '../../../src/scenarios/scenarios.js';
import {type Attributes, shown} from './page.js';
import {play, press, says} from './scene.js';

type Way = {
  scenario: ScenarioName;
  /** The part by which the state is known. */
  part: string;
  projectId?: number;
  attributes?: Attributes;
  drive?: (element: RewardChainElement) => Promise<unknown>;
};

/** How to bring a reward chain into each of its states. */
const STATES: Readonly<Record<string, Way>> = {
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
export async function chainIn(state: string, attributes: Attributes = {}): Promise<RewardChainElement> {
  const {scenario, part, projectId, drive, ...way} = STATES[state]!;
  const {element} = await play('liveops-reward-chain', scenario, {
    attributes: {...way.attributes, ...attributes},
    ...(projectId !== undefined && {session: {projectId}}),
  });
  await shown(element, part);
  await drive?.(element);
  await element.updateComplete;
  return element;
}
