import {atom} from 'nanostores';
import {readClanUpdate} from '../../../src/clan-switch/update.js';
import type {Receipt, SwitchState} from '../../../src/model.js';
import {createTieredStore} from '../../../src/storage/tiered-store.js';
import {createClanSwitch} from '../../../src/clan-switch/clan-switch.js';
import type {RewardChain} from '../../../src/model.js';
import {createJournal, type Journal} from '../../../src/claims/journal.js';
import {createPlayerSwitch} from '../../../src/clan-switch/player-switch.js';
import {settleClaim} from '../../../src/claims/settle-claim.js';
import type {StepEvidence} from '../../../src/claims/verdict.js';
import {stepEvidence} from '../../../src/reward-chains/rules.js';
import {UNKNOWN_TIME} from '../../../src/stores/server-clock.js';
import {createQueue} from '../../../src/claims/queue.js';
import type {World} from './world.js';

/** One page of the player's. */
export type Page = {
  status(): SwitchState['status'];
  receipts(): readonly Receipt[];
  /** The game names the clan. */
  name(clan: string | null): void;
  press(): Promise<unknown>;
  acknowledge(id: string): Promise<void>;
  claim(chainId: number, stepId: number): Promise<void>;
  /** The player looks at this page. */
  focus(): void;
};

const PLAYER = 'player';

/** A page with the real switch, journal and storage in it. Pages of one device share their turns, as by a lock. */
export function createPage(world: World, device = 0, turns = createQueue()): Page {
  const {clock, life, happenings, witness} = world;
  const {snapshot, failOpen} = world.settings.design;
  const $clan = atom(world.knowsWord ? happenings.word : undefined);
  const today = (): number => clock.now();
  const readChains = async (): Promise<readonly RewardChain[]> => (snapshot ? world.readChains(device) : []);
  let openId = '';

  const clanSwitch = createClanSwitch({
    $clan,
    readChains,
    today,
    identify: async () => clanSwitch.setPlayer(PLAYER),
    onChange: () => () => undefined,
    create: (name, firstClan) =>
      createPlayerSwitch({
        // Pages of two devices have no channel in common.
        name: `${name} on ${device}`,
        firstClan,
        readChains,
        today,
        now: clock.now,
        ownName: world.ownName,
        after: clock.after,
        random: world.random.next,
        createId: world.createId,
        clan: () => $clan.value,
        journal: watch(createJournal({player: name, store: createTieredStore(world.tiers(device)), today})),
        withLock: turns,
        sendUpdate: isWanted => world.update(openId, device, isWanted),
        read: readClanUpdate,
        onSwitched: () => undefined,
      }),
  });
  clanSwitch.$receipts.subscribe(receipts => {
    if (!life.isOver) witness.shown(receipts);
  });
  clanSwitch.$state.subscribe(state => {
    if (!life.isOver) witness.note(`state ${JSON.stringify(state)}`);
  });

  return {
    status: () => clanSwitch.$state.get().status,
    receipts: () => clanSwitch.$receipts.get(),
    name: clan => $clan.set(clan),
    focus: () => clanSwitch.wake(),
    press: () => clanSwitch.switchClan({allowVolatile: failOpen}),
    acknowledge: id => clanSwitch.acknowledge(id),
    async claim(chainId, stepId) {
      const send = (): Promise<void> => life.call(() => world.claim(chainId, stepId));
      const check = async (): Promise<StepEvidence> =>
        stepEvidence(await readChains(), {chainId, stepId}, UNKNOWN_TIME);
      await turns(() => settleClaim({send, check})).catch(() => undefined);
    },
  };

  function watch(journal: Journal): Journal {
    return {
      ...journal,
      async write(record) {
        if (record.state === 'inflight') openId = record.id;
        const durable = await journal.write(record);
        if (durable && record.state !== 'inflight') happenings.judged(device);
        return durable;
      },
      async close(id, state) {
        const durable = await journal.close(id, state);
        if (durable) happenings.judged(device);
        if (durable && state === 'acked') witness.acknowledged(id);
        return durable;
      },
    };
  }
}
