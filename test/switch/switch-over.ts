import {atom} from 'nanostores';

import type {Reward, RewardChain, SwitchState} from '../../src/model.js';
import {createClanSwitch} from '../../src/switch/clan-switch.js';
import type {Reading} from '../../src/switch/outcome.js';
import {createMemoryReceipts} from '../../src/switch/receipts.js';
import {createTurns} from '../../src/switch/turns.js';
import {FakeClock} from '../state/fake-clock.js';
import {boxChain} from './parts.js';

type Plan = {
  clan?: string | null | undefined;
  readChains?: () => Promise<readonly RewardChain[]>;
  sendUpdate?: () => Promise<Reading>;
  onSwitched?: () => void;
};

/** An answer that lists these rewards, every row readable. */
export function lists(...rewards: Reward[]): Reading {
  return {kind: 'granted', rewards, whole: true};
}

/**
 * A clan switch of a player of the wolves who can claim a box, over stand-ins for all it needs; `calls` tells in which
 * order they were used, and `states` what was seen of it.
 */
export function switchOver(plan: Plan = {}) {
  const clock = new FakeClock();
  const $clan = atom('clan' in plan ? plan.clan : 'wolves');
  const calls: string[] = [];
  const {readChains = async () => [boxChain], sendUpdate = async () => lists(), onSwitched} = plan;
  const clanSwitch = createClanSwitch({
    $clan,
    turns: createTurns(),
    receipts: createMemoryReceipts(clock.today),
    readChains: () => (calls.push('read'), readChains()),
    sendUpdate: () => (calls.push('send'), sendUpdate()),
    onSwitched: () => (calls.push('switched'), onSwitched?.()),
    after: (ms, task) => clock.after(ms, task),
  });
  const states: SwitchState[] = [];
  clanSwitch.$state.subscribe(state => void states.push(state));
  const status = (): SwitchState['status'] => clanSwitch.$state.get().status;
  return {clanSwitch, $clan, clock, calls, states, status};
}
