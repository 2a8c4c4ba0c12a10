import {atom} from 'nanostores';
import {readClanUpdate} from '../../src/api/clan-update.js';
import type {Receipt, SwitchState} from '../../src/model.js';
import {createLadder} from '../../src/storage/ladder.js';
import {type ClanSwitchOptions, createClanSwitch} from '../../src/switch/clan-switch.js';
import {createJournal, type Journal} from '../../src/switch/journal.js';
import {createPlayerSwitch} from '../../src/switch/player-switch.js';
import {claimStep} from '../../src/switch/step-claim.js';
import {createTurns} from '../../src/switch/turns.js';
import type {Game} from './game.js';

/** One page of the player's. */
export type Page = {
  status(): SwitchState['status'];
  receipts(): readonly Receipt[];
  /** The game names the clan. */
  name(clan: string | null): void;
  press(): Promise<unknown>;
  acknowledge(id: string): Promise<void>;
  claim(chainId: number, stepId: number): Promise<void>;
};

const PLAYER = 'player';

/** A page with the real switch, journal and ladder in it. */
export function createPage(game: Game): Page {
  const {clock, life, happenings, witness} = game;
  const {snapshot, failOpen} = game.settings.design;
  const $clan = atom(game.knowsWord ? happenings.word : undefined);
  const turns = createTurns();
  const today = (): number => clock.now();
  const readChains: ClanSwitchOptions['readChains'] = async () => (snapshot ? game.readChains() : []);
  let openId = '';

  const clanSwitch = createClanSwitch({
    $clan,
    readChains,
    today,
    identify: async () => clanSwitch.setPlayer(PLAYER),
    onChange: () => () => undefined,
    create: (name, firstClan) =>
      createPlayerSwitch({
        name,
        firstClan,
        readChains,
        today,
        ownName: game.ownName,
        after: clock.after,
        random: game.random.next,
        createId: game.createId,
        clan: () => $clan.value,
        journal: watch(createJournal({player: name, store: createLadder(game.rungs()), today})),
        alone: turns,
        send: isWanted => game.update(openId, isWanted),
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
    press: () => clanSwitch.switchClan({allowVolatile: failOpen}),
    acknowledge: id => clanSwitch.acknowledge(id),
    async claim(chainId, stepId) {
      const send = (): Promise<void> => life.call(() => game.claim(chainId, stepId));
      await claimStep({chainId, stepId}, {turns, send, readChains}).catch(() => undefined);
    },
  };

  function watch(journal: Journal): Journal {
    return {
      ...journal,
      async write(record) {
        if (record.state === 'inflight') openId = record.id;
        const durable = await journal.write(record);
        if (durable && record.state !== 'inflight') happenings.judged();
        return durable;
      },
      async close(id, state) {
        const durable = await journal.close(id, state);
        if (durable) happenings.judged();
        if (durable && state === 'acked') witness.acknowledged(id);
        return durable;
      },
    };
  }
}
