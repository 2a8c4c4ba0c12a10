import {atom, onMount, type ReadableAtom} from 'nanostores';
import {throwIfLeft} from '../claims/player-tokens.js';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {Receipt, RewardChain, Snapshot, SwitchOutcome, SwitchState} from '../model.js';
import {setStore} from '../set-store.js';
import {createFirstClan, type FirstClan} from '../stores/first-clan.js';
import type {PlayerSwitch} from './player-switch.js';
import {createPresses} from './presses.js';
import type {SwitchOptions} from './switch-options.js';
import {takeSnapshot} from './snapshot.js';
import type {Now} from './states.js';

/** The clan switch of a session. */
export type ClanSwitch = {
  readonly $state: ReadableAtom<SwitchState>;
  /** Receipts that the player has not acknowledged yet, oldest first, including earlier visits. */
  readonly $receipts: ReadableAtom<readonly Receipt[]>;
  /**
   * What a switch would claim now, by chain; nothing if the boards show that the player has already moved, for example
   * on another device. @throws {LiveOpsError} if the chains cannot be read; `aborted` if the player has left meanwhile.
   */
  preview(): Promise<Snapshot>;
  /**
   * Sends one clan update, or finishes one whose end is unknown; calls while one is under way get the same promise.
   * Never rejects. Without a store that outlives the page, nothing is sent (`storage-unavailable`), unless
   * `allowVolatile` is true.
   */
  switchClan(options?: SwitchOptions): Promise<SwitchOutcome>;
  /** Marks a receipt as seen by the player, here and in the player's other tabs; it is not shown again. */
  acknowledge(receiptId: string): Promise<void>;
};

/** A `ClanSwitch` as its owner sees it. */
export type OwnedClanSwitch = ClanSwitch & {
  /** Sets whose token is in use: a name, empty if it is unknown, or `undefined` after a sign-out. */
  setPlayer(name: string | undefined): void;
  /** Checks again if there is a listener; requests a token if the player is unknown. */
  wake(): void;
  /** Clan chains that were read for another purpose: their boards distinguish one clan from the next. */
  observe(chains: readonly RewardChain[]): void;
  destroy(): void;
};

export type ClanSwitchOptions = {
  /** The player's clan as the game knows it; `undefined` means unknown. */
  $clan: ReadableAtom<string | null | undefined>;
  /** Default: followed from now on. */
  firstClan?: FirstClan;
  /** Requests a token; `setPlayer` is then called. @throws {LiveOpsError} if there is none. */
  identify(): Promise<unknown>;
  /** The switch of one player; `firstClan` as in `PlayerSwitchOptions`. */
  create(name: string, firstClan: () => string | null | undefined): PlayerSwitch;
  /** Reads the clan chains from the server; the player's own chains survive a switch. */
  readChains(signal: AbortSignal): Promise<readonly RewardChain[]>;
  today(): number;
  /** The range of the server's time, which decides whether chains have ended; default `today`. */
  serverTime?(): Now['server'];
  /**
   * Calls the listener when the page is shown, hidden, or back on the network (`true`). Returns a function that stops
   * it.
   */
  onChange(listener: (online?: boolean) => void): () => void;
  /** Whether the page is hidden; default `false`. */
  hidden?(): boolean;
};

/**
 * Follows the one player whose token is in use. Another player's switch stays hidden until that player is back;
 * meanwhile nothing of it is shown, sent or acknowledged.
 */
export function createClanSwitch(options: ClanSwitchOptions): OwnedClanSwitch {
  const session = new SessionSwitch(options);
  return {
    $state: session.$state,
    $receipts: session.$receipts,
    preview: () => session.preview(),
    switchClan: (switchOptions = {}) => session.switchClan(switchOptions),
    acknowledge: async id => session.current?.acknowledge(id),
    setPlayer: name => session.setPlayer(name),
    wake: () => session.wake(),
    observe: chains => session.current?.observe(chains),
    destroy: () => session.destroy(),
  };
}

class SessionSwitch {
  readonly $state = atom<SwitchState>({status: 'settled'});
  readonly $receipts = atom<readonly Receipt[]>([]);
  /** The switch of the player whose token is in use. */
  current: PlayerSwitch | undefined;
  readonly #options: ClanSwitchOptions;
  readonly #firstClan: FirstClan;
  readonly #players = new Map<string, PlayerSwitch>();
  readonly #presses = createPresses();
  #listeners = 0;
  #isDestroyed = false;
  /** The last player has signed out: only the page, or a press, asks who plays now. */
  #hasLeft = false;
  /** The network came back while the page was hidden. */
  #wasOnline = false;
  #unfollow = (): void => undefined;
  #unlisten = (): void => undefined;

  constructor(options: ClanSwitchOptions) {
    const {$clan} = options;
    this.#options = options;
    this.#firstClan = options.firstClan ?? createFirstClan($clan);
    $clan.listen(() => {
      this.current?.clanChanged();
      // Records the first known clan.
      if (this.#listeners) this.current?.wake();
    });
    onMount(this.$state, () => this.#listen());
    onMount(this.$receipts, () => this.#listen());
  }

  async preview(): Promise<Snapshot> {
    const {readChains, serverTime, today} = this.#options;
    const {left} = this.#presses;
    const chains = await readChains(left);
    throwIfLeft(left);
    const earliest = serverTime?.().earliest ?? today();
    const snapshot = takeSnapshot(chains, earliest).filter(({ended}) => !ended);
    const hasMoved = this.current?.$state.value?.status === 'pending' && this.current.isOtherClan(chains);
    return hasMoved ? snapshot.map(chain => ({...chain, claimable: []})) : snapshot;
  }

  switchClan(switchOptions: SwitchOptions): Promise<SwitchOutcome> {
    return this.#presses.press(left => this.#start(switchOptions, left));
  }

  setPlayer(name: string | undefined): void {
    this.#presses.setPlayer(name);
    this.#hasLeft = name === undefined;
    const next = name === undefined ? undefined : (this.#players.get(name) ?? this.#create(name));
    if (next === this.current) return;
    this.#unfollow();
    this.current?.leave();
    this.#firstClan.playerChanged(name);
    this.current = next;
    // The next nameless player could not be distinguished from this one.
    this.#players.get('')?.destroy();
    this.#players.delete('');
    if (name !== undefined && next) this.#follow(name, next);
    this.#show();
    if (this.#listeners) next?.wake();
  }

  wake(refill?: boolean): void {
    // When the page is shown again, it checks anyway.
    if (!this.#listeners || this.#isDestroyed || this.#options.hidden?.()) return;
    if (this.current) this.current.wake(refill);
    else void this.#options.identify().catch(() => undefined);
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#unfollow();
    this.#unlisten();
    this.#players.forEach(player => player.destroy());
  }

  #create(name: string): PlayerSwitch {
    return this.#options.create(name, () => this.#firstClan.value());
  }

  #follow(name: string, player: PlayerSwitch): void {
    this.#players.set(name, player);
    const show = (): void => this.#show();
    const stops = [player.$receipts.listen(show), player.$state.listen(show)];
    this.#unfollow = () => stops.forEach(stop => stop());
  }

  #show(): void {
    setStore(this.$receipts, this.current?.$receipts.value ?? []);
    setStore(this.$state, this.current?.$state.value ?? {status: 'settled'});
  }

  async #start(switchOptions: SwitchOptions, left: AbortSignal): Promise<SwitchOutcome> {
    try {
      if (this.#isDestroyed) throw new LiveOpsError('aborted', 'The session has ended.');
      if (!this.current) await this.#options.identify();
    } catch (error) {
      this.#failToStart(
        isLiveOpsError(error) ? error : new LiveOpsError('auth-required', 'No player is signed in.'),
        left,
      );
      return 'not-sent';
    }
    return (!left.aborted && this.current?.switchClan(switchOptions)) || 'not-sent';
  }

  #failToStart(error: LiveOpsError, left: AbortSignal): void {
    // A refused token of another player also ends a player's visit.
    const isNobodys = !this.current && error.code === 'auth-required';
    if (!left.aborted || isNobodys) setStore(this.$state, {status: 'failed', error});
  }

  #listen(): () => void {
    if (!this.#listeners++) {
      this.#unlisten = this.#options.onChange(online => this.#pageChanged(online));
      this.wake();
    }
    return () => {
      if (!--this.#listeners) this.#unlisten();
    };
  }

  #pageChanged(online = false): void {
    this.#wasOnline ||= online;
    if (this.#options.hidden?.()) return;
    if (!this.#hasLeft) this.wake(this.#wasOnline);
    this.#wasOnline = false;
  }
}
