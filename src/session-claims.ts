import type {ReadableAtom} from 'nanostores';
import {type ClanUpdateReading, readClanUpdate, sendClanUpdate} from './api/clan-update.js';
import type {Http} from './api/http.js';
import {fetchRewardChains, sendStepClaim} from './api/reward-chains.js';
import type {TokenBroker} from './auth/token-broker.js';
import {isLiveOpsError, type LiveOpsError} from './errors.js';
import {isClanChain, type RewardChain} from './model.js';
import type {Clock} from './state/clock.js';
import {type ClanSwitch, createClanSwitch} from './switch/clan-switch.js';
import {createMemoryReceipts} from './switch/receipts.js';
import {claimStep} from './switch/step-claim.js';
import {createTurns} from './switch/turns.js';

type ClaimsOptions = {
  http: Http;
  tokens: TokenBroker;
  projectId: number;
  clock: Clock;
  $clan: ReadableAtom<string | null | undefined>;
  /** Hears of every failed request. */
  onError(error: LiveOpsError): void;
  /** Called when a step was claimed, and when the player may be in another clan. */
  onClaimed(): void;
  onSwitched(): void;
};

/** What a session can claim: the rewards of a clan switch, and single steps. One at a time. */
export function createClaims(options: ClaimsOptions): {
  clanSwitch: ClanSwitch;
  claimStep(chainId: number, stepId: number): Promise<void>;
} {
  const {http, tokens, projectId, clock, $clan, onClaimed, onSwitched, onError} = options;
  const turns = createTurns();
  const tell = (error: LiveOpsError): never => {
    onError(error);
    throw error;
  };
  const readChains = (): Promise<readonly RewardChain[]> => fetchRewardChains(http, projectId);

  const clanSwitch = createClanSwitch({
    $clan,
    turns,
    receipts: createMemoryReceipts(() => clock.today()),
    after: (ms, task) => clock.after(ms, task),
    readChains: async () => (await readChains().catch(tell)).filter(isClanChain),
    async sendUpdate(isWanted) {
      const reading = await sendUpdate({http, tokens, projectId}, isWanted).catch(tell);
      if (reading.kind === 'refused') onError(reading.error);
      return reading;
    },
    onSwitched,
  });

  return {
    clanSwitch,
    async claimStep(chainId, stepId) {
      const send = () => withFreshToken(tokens, token => sendStepClaim(http, {projectId, chainId, stepId}, token));
      await claimStep({chainId, stepId}, {turns, send, readChains}).catch(tell);
      onClaimed();
    },
  };
}

/** A 401 is the server's word that nothing was done, so the same update may go again with another token. */
async function sendUpdate(
  {http, tokens, projectId}: Pick<ClaimsOptions, 'http' | 'tokens' | 'projectId'>,
  isWanted: () => boolean,
): Promise<ClanUpdateReading> {
  const token = await tokens.token();
  const answer = await sendClanUpdate(http, projectId, token);
  const again = 'status' in answer && answer.status === 401 && isWanted();
  return readClanUpdate(again ? await sendClanUpdate(http, projectId, await tokens.refresh(token)) : answer);
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
