import {atom, onMount, type ReadableAtom} from 'nanostores';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {Receipt, RewardChain, Snapshot, SwitchOutcome, SwitchState} from '../model.js';
import {publish} from '../publish.js';
import type {PlayerSwitch, SwitchOptions} from './player-switch.js';
import {takeSnapshot} from './snapshot.js';

/** The clan switch of a session. */
export type ClanSwitch = {
  readonly $state: ReadableAtom<SwitchState>;
  /** Receipts that the player has not acknowledged yet, oldest first, also of earlier visits. */
  readonly $receipts: ReadableAtom<readonly Receipt[]>;
  /** What a switch would claim now, by chain. @throws {LiveOpsError} when the chains cannot be read. */
  preview(): Promise<Snapshot>;
  /**
   * Sends one clan update, or finishes one whose end is unknown; calls while one is under way get the same promise. Never
   * rejects. Without a store that outlives the page nothing is sent (`storage-unavailable`), unless `allowVolatile`.
   */
  switchClan(options?: SwitchOptions): Promise<SwitchOutcome>;
  /** Marks a receipt as seen by the player, here and in the player's other tabs; it is not shown again. */
  acknowledge(receiptId: string): Promise<void>;
};

/** A `ClanSwitch` as its owner sees it. */
export type OwnedClanSwitch = ClanSwitch & {
  /** Tells whose token is in use: a name, empty when it cannot be told, or `undefined` after a sign-out. */
  setPlayer(name: string | undefined): void;
  /** Looks again, if somebody listens; asks who the player is where that is not known. */
  wake(): void;
  destroy(): void;
};

export type ClanSwitchOptions = {
  /** The player's clan as the game knows it; `undefined` means unknown. */
  $clan: ReadableAtom<string | null | undefined>;
  /** Asks for a token, upon which `setPlayer` is called. @throws {LiveOpsError} when there is none. */
  identify(): Promise<unknown>;
  /** The switch of one player; `firstClan` as in `PlayerSwitchOptions`. */
  create(name: string, firstClan: () => string | null | undefined): PlayerSwitch;
  /** The clan chains as the server has them now; chains of the player alone survive a switch. */
  readChains(): Promise<readonly RewardChain[]>;
  today(): number;
  /** Calls when the page is shown or back on the network; the result stops it. */
  onChange(listener: () => void): () => void;
};

/**
 * Follows the one player whose token is in use. Another player's switch goes on unseen until that player is back, and
 * nothing of it is shown, sent or acknowledged meanwhile.
 */
export function createClanSwitch(options: ClanSwitchOptions): OwnedClanSwitch {
  const {$clan, identify, create, readChains, today} = options;
  const $state = atom<SwitchState>({status: 'settled'});
  const $receipts = atom<readonly Receipt[]>([]);
  const players = new Map<string, PlayerSwitch>();
  let current: PlayerSwitch | undefined;
  let running: Promise<SwitchOutcome> | undefined;
  let firstClan = $clan.value;
  let listeners = 0;
  let unfollow = (): void => undefined;
  let unlisten = (): void => undefined;

  $clan.listen(clan => {
    if (firstClan === undefined) firstClan = clan;
    current?.clanChanged();
    // The first clan that is heard of goes on record.
    if (listeners) current?.wake();
  });

  const show = (): void => {
    publish($receipts, current?.$receipts.value ?? []);
    publish($state, current?.$state.value ?? {status: 'settled'});
  };

  const wake = (): void => {
    if (!listeners) return;
    if (current) current.wake();
    else void identify().catch(() => undefined);
  };

  const setPlayer = (name: string | undefined): void => {
    const next = name === undefined ? undefined : (players.get(name) ?? create(name, () => firstClan));
    if (next === current) return;
    unfollow();
    if (current) running = undefined;
    // What the game said for one player says nothing of the next.
    if (players.size) firstClan = $clan.value;
    current = next;
    // Nobody could tell the next nameless player from this one.
    players.get('')?.destroy();
    players.delete('');
    if (name !== undefined && next) {
      players.set(name, next);
      const stops = [next.$receipts.listen(show), next.$state.listen(show)];
      unfollow = () => stops.forEach(stop => stop());
    }
    show();
    if (listeners) next?.wake();
  };

  const start = async (switchOptions: SwitchOptions): Promise<SwitchOutcome> => {
    try {
      if (!current) await identify();
    } catch (error) {
      const failed = isLiveOpsError(error) ? error : new LiveOpsError('auth-required', 'No player.');
      publish($state, {status: 'failed', error: failed});
    }
    return current?.switchClan(switchOptions) ?? 'not-sent';
  };

  const listen = (): (() => void) => {
    if (!listeners++) {
      unlisten = options.onChange(() => current?.wake());
      wake();
    }
    return () => {
      if (!--listeners) unlisten();
    };
  };
  onMount($state, listen);
  onMount($receipts, listen);

  return {
    $state,
    $receipts,
    preview: async () => takeSnapshot(await readChains(), today()).filter(({ended}) => !ended),
    switchClan(switchOptions = {}) {
      if (running) return running;
      const mine = start(switchOptions).finally(() => {
        if (running === mine) running = undefined;
      });
      return (running = mine);
    },
    async acknowledge(id) {
      await current?.acknowledge(id);
    },
    setPlayer,
    wake,
    destroy() {
      unfollow();
      unlisten();
      players.forEach(player => player.destroy());
    },
  };
}
