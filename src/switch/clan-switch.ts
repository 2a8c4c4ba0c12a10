import {atom, type ReadableAtom} from 'nanostores';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {Receipt, RewardChain, Snapshot, SwitchOutcome, SwitchState} from '../model.js';
import {publish} from '../publish.js';
import {type Reading, type SwitchResult, toResult} from './outcome.js';
import type {ReceiptKeeper} from './receipts.js';
import {takeSnapshot} from './snapshot.js';
import type {Turns} from './turns.js';

/** The clan switch of a session. */
export type ClanSwitch = {
  readonly $state: ReadableAtom<SwitchState>;
  /** Receipts that the player has not acknowledged yet, oldest first. */
  readonly $receipts: ReadableAtom<readonly Receipt[]>;
  /** What a switch would claim now, by chain. @throws {LiveOpsError} when the chains cannot be read. */
  preview(): Promise<Snapshot>;
  /** Sends one clan update; calls while one is under way get the same promise. Never rejects. */
  switchClan(): Promise<SwitchOutcome>;
  acknowledge(receiptId: string): Promise<void>;
};

export type ClanSwitchOptions = {
  /** The player's clan as the game knows it; `undefined` means unknown. */
  $clan: ReadableAtom<string | null | undefined>;
  receipts: ReceiptKeeper;
  turns: Turns;
  /** The clan chains as the server has them now; chains of the player alone survive a switch. */
  readChains(): Promise<readonly RewardChain[]>;
  /**
   * Sends the update once and reads its answer. A refused token is replaced and the update sent again, as long as the
   * answer is still waited for.
   */
  sendUpdate(isWanted: () => boolean): Promise<Reading>;
  /** Called when the player may be in another clan, so that everything shown is asked for anew. */
  onSwitched(): void;
  /** Runs a task after so many milliseconds; the result cancels it. */
  after(ms: number, task: () => void): () => void;
  /** Wait before the player is told that it takes long, and before the answer is given up, milliseconds. */
  slowMs?: number;
  giveUpMs?: number;
};

/**
 * Notes what is claimable, sends one update, holds the answer against the note, and keeps a receipt: the server lists
 * what it granted only once, so nothing is shown as "nothing" that the note does not bear out.
 */
export function createClanSwitch(options: ClanSwitchOptions): ClanSwitch {
  const {
    $clan,
    receipts,
    turns,
    readChains,
    sendUpdate,
    onSwitched,
    after,
    slowMs = 15_000,
    giveUpMs = 120_000,
  } = options;
  let settledClan = $clan.value;
  let running: Promise<SwitchOutcome> | undefined;
  const $state = atom<SwitchState>({status: 'settled'});

  const settle = (): void => {
    const isPending = $clan.value !== undefined && settledClan !== undefined && $clan.value !== settledClan;
    publish($state, {status: isPending ? 'pending' : 'settled'});
  };

  // Where no clan is on record, the first one that this page hears of counts as settled.
  $clan.listen(clan => {
    if (settledClan === undefined) settledClan = clan;
    if ($state.value.status !== 'switching') settle();
  });

  const preview = async (): Promise<Snapshot> => takeSnapshot(await readChains());

  /** An update that takes too long is not aborted: its answer may still come, and the server has it anyway. */
  const sendWithin = (): Promise<Reading> =>
    new Promise(resolve => {
      const stopSlow = after(slowMs, () => publish($state, {status: 'switching', slow: true}));
      let wanted = true;
      const stopWait = after(giveUpMs, () => {
        wanted = false;
        resolve({kind: 'unknown'});
      });
      void sendUpdate(() => wanted)
        .catch((error: unknown): Reading => ({kind: 'refused', error: toLiveOpsError(error)}))
        .then(resolve)
        .finally(() => {
          stopSlow();
          stopWait();
        });
    });

  const keep = async (result: SwitchResult, clan: string | null | undefined): Promise<SwitchOutcome> => {
    if (result.class === 'refused') throw result.error;
    onSwitched();
    if (result.class === 'applied') settledClan = clan;
    if (result.class === 'applied' && result.complete && !result.rewards.length) return 'nothing';
    await receipts.add(result.rewards, result.complete);
    return result.complete ? 'rewarded' : 'uncertain';
  };

  const run = async (): Promise<SwitchOutcome> => {
    publish($state, {status: 'switching', slow: false});
    try {
      const clan = $clan.value;
      const snapshot = await preview();
      const outcome = await keep(toResult(await sendWithin(), snapshot), clan);
      settle();
      return outcome;
    } catch (error) {
      publish($state, {status: 'failed', error: toLiveOpsError(error)});
      return 'not-sent';
    }
  };

  return {
    $state,
    $receipts: receipts.$receipts,
    preview,
    switchClan() {
      running ??= turns(run).finally(() => (running = undefined));
      return running;
    },
    acknowledge: id => receipts.acknowledge(id),
  };
}

function toLiveOpsError(error: unknown): LiveOpsError {
  return isLiveOpsError(error) ? error : new LiveOpsError('outcome-unknown', 'The clan switch failed.');
}
