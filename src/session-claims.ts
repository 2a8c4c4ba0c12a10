import type {ReadableAtom} from 'nanostores';
import {readClanUpdate, sendClanUpdate} from './api/clan-update.js';
import type {Http} from './api/http.js';
import {fetchRewardChains, sendStepClaim} from './api/reward-chains.js';
import type {TokenBroker} from './auth/token-broker.js';
import {isLiveOpsError, LiveOpsError} from './errors.js';
import {isClanChain, type RewardChain} from './model.js';
import type {Clock} from './state/clock.js';
import {createHostRung, type HostStorage} from './storage/host-rung.js';
import {indexedDbRung} from './storage/indexed-db.js';
import {createLadder} from './storage/ladder.js';
import {localStorageRung} from './storage/local-storage.js';
import {createClanSwitch, type OwnedClanSwitch} from './switch/clan-switch.js';
import {createJournal} from './switch/journal.js';
import type {Patience} from './switch/patience.js';
import {createPlayerSwitch, type PlayerSwitch} from './switch/player-switch.js';
import {claimStep} from './switch/step-claim.js';
import {createTabLock} from './switch/tab-lock.js';
import {createTurns} from './switch/turns.js';

type ClaimsOptions = Pick<Patience, 'slowMs' | 'giveUpMs'> & {
  http: Http;
  tokens: TokenBroker;
  projectId: number;
  /** Who a token belongs to, unlike any player of another project; empty when that cannot be told. */
  playerOf(token: string): string;
  ownName: string | undefined;
  storage: HostStorage | undefined;
  clock: Clock;
  $clan: ReadableAtom<string | null | undefined>;
  /** Hears of every failed request. */
  onError(error: LiveOpsError): void;
  /** Called when a step was claimed, or may have been, and when the player may be in another clan. */
  onClaimed(): void;
  onSwitched(): void;
};

/** What a session can claim: the rewards of a clan switch, and single steps. One at a time, in all the player's tabs. */
export function createClaims(options: ClaimsOptions): {
  clanSwitch: OwnedClanSwitch;
  claimStep(chainId: number, stepId: number): Promise<void>;
} {
  const {http, tokens, projectId, playerOf, clock, onError} = options;
  const turns = createTurns();
  const inTabs = createTabLock();
  const tell = (error: LiveOpsError): never => {
    onError(error);
    throw error;
  };
  const readChains = (): Promise<readonly RewardChain[]> => fetchRewardChains(http, projectId).catch(tell);
  const readClanChains = async (): Promise<readonly RewardChain[]> => (await readChains()).filter(isClanChain);

  const alone = async <T>(player: string, task: () => Promise<T>): Promise<T> => turns(() => inTabs(player, task));

  const tokenOf = async (player: string, asked = tokens.token()): Promise<string> => {
    const token = await asked;
    if (playerOf(token) !== player) throw new LiveOpsError('aborted', 'Another player has signed in.');
    return token;
  };

  const send = async (player: string, stillWanted: () => boolean) => {
    const token = await tokenOf(player);
    const answer = await sendClanUpdate(http, projectId, token);
    // The server's word that nothing was done, so the same update may go again with another token.
    if (answer?.status !== 401 || !stillWanted()) return answer;
    return sendClanUpdate(http, projectId, await tokenOf(player, tokens.refresh(token)));
  };

  const create = (player: string, firstClan: () => string | null | undefined): PlayerSwitch =>
    createPlayerSwitch({
      ...options,
      after: (ms, task) => clock.after(ms, task),
      random: () => clock.random(),
      today: () => clock.today(),
      name: player,
      firstClan,
      clan: () => options.$clan.value,
      journal: createJournal({player, store: storeOf(player, options.storage), today: () => clock.today()}),
      alone: task => alone(player, task),
      async readChains() {
        const chains = await readClanChains();
        await tokenOf(player);
        return chains;
      },
      async send(stillWanted) {
        const answer = await send(player, stillWanted).catch(tell);
        const reading = readClanUpdate(answer);
        if (reading.kind === 'refused') onError(reading.error);
        return answer;
      },
      read: readClanUpdate,
      createId,
    });

  const clanSwitch = createClanSwitch({
    today: () => clock.today(),
    onChange: listener => clock.onChange(listener),
    $clan: options.$clan,
    identify: () => tokens.token().catch(tell),
    create,
    readChains: readClanChains,
  });

  return {
    clanSwitch,
    async claimStep(chainId, stepId) {
      const sendClaim = (token: string) => sendStepClaim(http, {projectId, chainId, stepId}, token);
      const claim = () => withFreshToken(tokens, sendClaim);
      const player = playerOf(await tokens.token().catch(tell));
      try {
        await claimStep({chainId, stepId}, {turns: task => alone(player, task), send: claim, readChains}).catch(tell);
      } finally {
        options.onClaimed();
      }
    },
  };
}

/** Who cannot be told from another player has nothing kept, or the next player would see it. */
function storeOf(player: string, storage: HostStorage | undefined) {
  if (!player) return createLadder([]);
  return createLadder([...(storage ? [createHostRung(storage)] : []), indexedDbRung, localStorageRung]);
}

async function withFreshToken(tokens: TokenBroker, send: (token: string) => Promise<void>): Promise<void> {
  const token = await tokens.token();
  try {
    await send(token);
  } catch (error) {
    if (!isLiveOpsError(error) || error.code !== 'auth-required') throw error;
    await send(await tokens.refresh(token));
  }
}

/** `crypto.randomUUID` needs Chromium 92 and a secure context, which many webviews are not. */
function createId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
