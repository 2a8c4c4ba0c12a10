import {OURS, type Settings, STRESS} from './settings.js';

const STEADY = {...STRESS, storage: 0};

/** Other designs under the same faults, from what one writes first to what we have. */
export const BASELINE: readonly (readonly [string, Partial<Settings>])[] = [
  ['ky as it comes', {design: {...OURS, client: 'ky'}}],
  ['ky without retries', {design: {...OURS, client: 'ky without retries'}}],
  ['a journal without a snapshot', {design: {...OURS, snapshot: false}, faults: STEADY}],
  ['ours, stores that never fail', {faults: STEADY}],
  ['ours, going on without a store', {design: {...OURS, failOpen: true}}],
  ['ours', {}],
];
