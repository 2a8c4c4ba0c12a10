import {isDeepStrictEqual} from 'node:util';

import {atom} from 'nanostores';

import {type RawAnswer, readClanUpdate} from '../../../src/clan-switch/update.js';
import type {Reward, RewardChain, SwitchState} from '../../../src/model.js';
import {createTieredStore} from '../../../src/storage/tiered-store.js';
import {createClanSwitch} from '../../../src/clan-switch/clan-switch.js';
import {createJournal} from '../../../src/claims/journal.js';
import {createPlayerSwitch, type PlayerSwitch} from '../../../src/clan-switch/player-switch.js';
import {createQueue} from '../../../src/claims/queue.js';
import {FakeClock} from '../../support/fake-clock.js';
import {mapTier} from '../storage/fake-stores.js';
import {boxChain} from './parts.js';

type Plan = {
  clan?: string | null | undefined;
  /** What outlives the page. */
  disk?: Map<string, string>;
  /** Whether anything does. */
  durable?: boolean;
  /** Whether the page listens from the start; `states` stays empty otherwise. */
  listens?: boolean;
  identify?: () => Promise<unknown>;
  readChains?: () => Promise<readonly RewardChain[]>;
  send?: () => Promise<RawAnswer | undefined>;
  onSwitched?: () => void;
};

/** An answer that lists these rewards. */
export function lists(...rewards: readonly Reward[]): RawAnswer {
  const rows = rewards.map(({imageUrl, bundleType, source: _, ...row}) => ({
    ...row,
    image_url: imageUrl,
    bundle_type: bundleType,
  }));
  return {status: 200, text: JSON.stringify({reward: rows})};
}

/** A refusal in the vendor's words. */
export function refuses(status: number): RawAnswer {
  return {status, text: JSON.stringify({statusCode: status, errorCode: 1102, errorMessage: 'No.'})};
}

let ids = 0;

/**
 * A clan switch of a player of the wolves, Rocket, who can claim a box, over stand-ins for all it needs; `calls` tells
 * in which order they were used, and `states` what was seen of it.
 */
export function switchOver(plan: Plan = {}) {
  const clock = new FakeClock();
  const $clan = atom('clan' in plan ? plan.clan : 'wolves');
  const calls: string[] = [];
  const {readChains = async () => [boxChain], send = async () => lists(), disk = new Map<string, string>()} = plan;
  const world = {
    readChains: () => (calls.push('read'), readChains()),
    sendUpdate: () => (calls.push('send'), send()),
    onSwitched: () => (calls.push('switched'), plan.onSwitched?.()),
    after: (ms: number, task: () => void) => clock.after(ms, task),
    onChange: (listener: () => void) => clock.onChange(listener),
  };

  const create = (name: string, firstClan: () => string | null | undefined): PlayerSwitch => {
    const store = createTieredStore(name ? [mapTier(disk, {durable: plan.durable ?? true})] : []);
    return createPlayerSwitch({
      ...clock,
      ...world,
      name,
      firstClan,
      ownName: name,
      journal: createJournal({player: name, store, today: clock.today}),
      clan: () => $clan.get(),
      withLock: createQueue(),
      read: readClanUpdate,
      createId: () => `id-${++ids}`,
    });
  };

  const identify = plan.identify ?? (() => Promise.resolve().then(() => clanSwitch.setPlayer('Rocket')));
  const clanSwitch = createClanSwitch({...clock, ...world, $clan, identify, create});
  const states: SwitchState[] = [];
  const note = (state: SwitchState): void => {
    if (!isDeepStrictEqual(state, states[states.length - 1])) states.push(state);
  };
  if (plan.listens ?? true) clanSwitch.$state.subscribe(note);
  const status = (): SwitchState['status'] => clanSwitch.$state.get().status;
  const receipts = () =>
    clanSwitch.$receipts.get().map(({complete, rewards}) => ({
      complete,
      rewards: rewards.map(({sku, source}) => `${sku}: ${source}`),
    }));
  return {clanSwitch, $clan, clock, disk, calls, states, status, receipts};
}
