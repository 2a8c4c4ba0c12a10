import type {ScenarioName} from '../../../src/scenarios/scenarios.js';
import {waitUntil} from '../../support/wait-until.js';
import {type Attributes, parts, shown} from './page.js';
import {live, play, press, type Scene, says} from './scene.js';

type Played = Scene<'liveops-clan-switch'>;
type Way = (scene: Played) => Promise<unknown>;

const look: Way = ({element}) => press(element, 'preview');
const move: Way = async ({element}) => void element.switchClan();

const isMoving = (element: Element): boolean =>
  element.shadowRoot!.getAnimations().some(({playState}) => playState === 'running');

async function receive(scene: Played): Promise<void> {
  await move(scene);
  await shown(scene.element, 'acknowledge');
  await waitUntil(() => !isMoving(scene.element), 'the end of the movement');
}

/** How to bring a clan switch into each of its states. */
const STATES: Readonly<Record<string, {scenario: ScenarioName; projectId?: number; drive: Way[]}>> = {
  quiet: {scenario: 'default', drive: []},
  pending: {scenario: 'poor-new-clan', drive: []},
  'preview on its way': {scenario: 'slow', drive: [look, ({element}) => says(element, 'Loading')]},
  'preview, not to be confirmed yet': {
    scenario: 'poor-new-clan',
    drive: [look, ({element}) => says(element, 'Rewards you’ll claim')],
  },
  preview: {scenario: 'poor-new-clan', drive: [look, ({element}) => live(element, 'confirm')]},
  'preview of nothing': {scenario: 'nothing-to-claim', drive: [look, ({element}) => live(element, 'confirm')]},
  switching: {scenario: 'slow-switch', drive: [move, ({element}) => says(element, 'Fetching')]},
  receipt: {scenario: 'poor-new-clan', drive: [receive]},
  'incomplete receipt': {scenario: 'short-answer', drive: [receive]},
  'long receipt': {scenario: 'long-texts', drive: [receive]},
  'receipt without pictures': {scenario: 'broken-images', drive: [receive]},
  nothing: {scenario: 'nothing-to-claim', drive: [move, ({element}) => says(element, 'Nothing to claim')]},
  failed: {scenario: 'server-error', drive: [move, ({element}) => shown(element, 'error')]},
  refused: {scenario: 'refused', drive: [move, ({element}) => shown(element, 'error')]},
  'signed out': {scenario: 'expired', drive: [look, ({element}) => says(element, 'Sign in')]},
  misconfigured: {scenario: 'default', projectId: 0, drive: [({element}) => shown(element, 'error')]},
};

export const switchStates = Object.keys(STATES);

/** A clan switch in that state, in the page. */
export async function switchIn(state: string, attributes: Attributes = {}): Promise<Played> {
  const {scenario, projectId, drive} = STATES[state]!;
  const wishes = {attributes, ...(projectId !== undefined && {session: {projectId}})};
  const scene = await play('liveops-clan-switch', scenario, wishes);
  if (projectId === undefined) await waitUntil(() => parts(scene.element, 'preview').length, 'the offer');
  for (const step of drive) await step(scene);
  return scene;
}
