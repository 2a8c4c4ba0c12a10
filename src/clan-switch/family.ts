import {createJournal} from '../claims/journal.js';
import {createKey} from '../claims/notebook.js';
import {createPlayerTokens, throwIfLeft} from '../claims/player-tokens.js';
import type {RewardChain} from '../model.js';
import {isClanChain} from '../reward-chains/rules.js';
import {fetchRewardChains} from '../reward-chains/calls.js';
import type {Attached, Family, SessionContext} from '../session/context.js';
import {playerStore} from '../storage/player-store.js';
import {askFirst} from './ask-first.js';
import {type ClanSwitch, createClanSwitch} from './clan-switch.js';
import {createPlayerSwitch, type PlayerSwitch} from './player-switch.js';
import {readClanUpdate, sendClanUpdate} from './update.js';

/** What the clan switch adds to a session. */
export type ClanSwitchMembers = {
  /** The player's change of clan, and the receipts of the rewards that it granted. */
  readonly clanSwitch: ClanSwitch;
};

export const clanSwitch: Family<ClanSwitchMembers> = {name: 'clan-switch', attach};

type ReadChains = (signal?: AbortSignal) => Promise<readonly RewardChain[]>;

function attach(session: SessionContext): Attached<ClanSwitchMembers> {
  const {clock, http, projectId, tokens, fail} = session;
  const readChains: ReadChains = async signal =>
    (await fetchRewardChains(http, projectId, signal).catch(fail)).filter(chain => isClanChain(chain));

  const owned = createClanSwitch({
    today: () => clock.today(),
    serverTime: session.serverTime,
    onChange: listener => clock.onChange(listener),
    hidden: () => clock.hidden(),
    $clan: session.$clan,
    firstClan: session.firstClan,
    identify: () => tokens.token().catch(fail),
    create: (player, firstClan) => createSwitchOf(session, player, firstClan, readChains),
    readChains,
  });
  const asking = askFirst(owned, session.allows);

  return {
    members: {clanSwitch: asking.clanSwitch},
    messages: {
      'clan.switch': async () => ({outcome: await asking.switchAllowed()}),
      'rewards.acknowledge': ({receiptId}) => owned.acknowledge(receiptId as string),
    },
    setPlayer: asking.setPlayer,
    refresh: owned.wake,
    observe: chains => owned.observe(chains.filter(chain => isClanChain(chain))),
    destroy: owned.destroy,
  };
}

function createSwitchOf(
  session: SessionContext,
  player: string,
  firstClan: () => string | null | undefined,
  readChains: ReadChains,
): PlayerSwitch {
  const {clock, storage, names, slowMs, giveUpMs} = session;
  return createPlayerSwitch({
    ownName: names.ownName,
    slowMs,
    giveUpMs,
    after: (ms, task) => clock.after(ms, task),
    random: () => clock.random(),
    now: () => clock.now(),
    hidden: () => clock.hidden(),
    today: () => clock.today(),
    serverTime: session.serverTime,
    name: player,
    firstClan,
    clan: () => session.$clan.value,
    journal: createJournal({
      player,
      store: playerStore(player, storage),
      today: () => clock.today(),
      serverTime: session.serverTime,
    }),
    withLock: task => session.alone(player, task),
    ...callsOf(session, player, readChains),
    read: readClanUpdate,
    createId: createKey,
    onSwitched: session.restart,
  });
}

/** The calls of one player, never made with another player's token. */
function callsOf(session: SessionContext, player: string, readChains: ReadChains) {
  const tokensFor = (signal: AbortSignal): Tokens =>
    createPlayerTokens(session.tokens, token => session.playerOf(token) === player, signal);
  return {
    async readChains(signal: AbortSignal) {
      throwIfLeft(signal);
      const chains = await readChains(signal);
      await tokensFor(signal).token();
      return chains;
    },
    async sendUpdate(stillWanted: () => boolean, signal: AbortSignal) {
      const answer = await sendOnce(session, tokensFor(signal), () => stillWanted() && !signal.aborted).catch(
        session.fail,
      );
      const reading = readClanUpdate(answer);
      if (reading.kind === 'refused') session.onError(reading.error);
      return answer;
    },
  };
}

type Tokens = ReturnType<typeof createPlayerTokens>;

/** One update; a 401 proves that nothing was done, so the same update may be sent again with another token. */
async function sendOnce({http, projectId}: SessionContext, tokens: Tokens, isWanted: () => boolean) {
  const token = await tokens.token();
  const answer = await sendClanUpdate(http, projectId, token);
  if (answer?.status !== 401 || !isWanted()) return answer;
  return sendClanUpdate(http, projectId, await tokens.refresh(token));
}
