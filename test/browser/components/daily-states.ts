import type {DailyRewardsElement} from '../../../components/daily-rewards/daily-rewards.js';
import type {SessionElement} from '../../../components/session/session.js';
import {waitUntil} from '../../support/wait-until.js';
import {type Attributes, parts} from './page.js';
import {press, says} from './scene.js';
import {gone, type Ways} from './ways.js';

/** How to bring daily rewards into each of their states. */
const STATES: Ways<'liveops-daily-rewards'> = {
  skeleton: {scenario: 'slow', part: 'skeleton'},
  default: {scenario: 'default', part: 'day-claimable'},
  strip: {scenario: 'default', part: 'day-claimable', attributes: {layout: 'strip'}},
  month: {scenario: 'month', part: 'day-claimable'},
  'strip of a month': {scenario: 'month', part: 'day-claimable', attributes: {layout: 'strip'}},
  'claim under way': {scenario: 'slow-claim', part: 'claim', drive: element => press(element, 'claim')},
  'claim refused': {
    scenario: 'day-refused',
    part: 'claim',
    drive: async element => {
      await press(element, 'claim');
      await says(element, 'could not be claimed');
    },
  },
  'claim without an answer': {
    scenario: 'day-unanswered',
    part: 'claim',
    drive: async element => {
      await press(element, 'claim');
      await says(element, 'could not find out');
    },
  },
  'signed out, days for everyone': {scenario: 'days-signed-out', part: 'claim'},
  'signed out later': {
    scenario: 'signed-out-later',
    part: 'claim',
    drive: async element => {
      (element.parentElement as SessionElement).session?.refresh();
      await says(element, 'Sign in to claim.');
    },
  },
  'claimed now': {
    scenario: 'default',
    part: 'claim',
    drive: async element => {
      await press(element, 'claim');
      await waitUntil(() => parts(element, 'day-claimed').length === 2, 'the claimed day');
    },
  },
  'today claimed': {scenario: 'day-claimed', part: 'day-claimed'},
  done: {scenario: 'days-done', part: 'day-claimed'},
  over: {scenario: 'days-over', part: 'day-missed'},
  rolling: {scenario: 'rolling', part: 'day-claimable'},
  'unknown days': {scenario: 'unknown-days', part: 'day-unknown'},
  'long names': {scenario: 'long-days', part: 'day-claimable'},
  'without pictures': {scenario: 'days-without-pictures', part: 'day-claimable'},
  empty: {scenario: 'no-days', part: 'empty'},
  failed: {scenario: 'server-error', part: 'error'},
  'signed out': {scenario: 'expired', part: 'error'},
  misconfigured: {scenario: 'default', part: 'error', projectId: 0},
};

export const dailyStates = Object.keys(STATES);

/** Daily rewards in that state, in the page. */
export const dailyIn = (state: string, attributes?: Attributes): Promise<DailyRewardsElement> =>
  gone('liveops-daily-rewards', STATES[state]!, attributes);
