import type {Handlers, HostLink} from '../host/link.js';
import type {LiveOpsError} from '../errors.js';
import type {Session} from '../session/session.js';

export type StateOptions = {
  readonly link: HostLink;
  /** The element's session now. */
  session(): Session | undefined;
  /** The target on which `<liveops-session>` announces that its session was replaced or removed. */
  page?: Pick<EventTarget, 'addEventListener'>;
};

/** The session's state for the game. */
export type StateForGame = {
  readonly handlers: Handlers;
  /** Subscribes to nothing while paused, so that no request is sent. */
  pause(isPaused: boolean): void;
};

type State = Readonly<Record<string, unknown>>;
type Following = {readonly session: Session; read(): State; stop(): void};

/**
 * The session's state as one plain object, for games that draw their own UI: the current state as the answer, then
 * every change. It follows the element from session to session: each change of a setting creates a new one.
 */
export function stateFor({page = document, ...options}: StateOptions): StateForGame {
  const follower = new Follower(options);
  page.addEventListener('liveops-session-change', () => follower.followAgain());
  return {
    handlers: {state: ({chainId}) => follower.want(chainId)},
    pause: isPaused => follower.pause(isPaused),
  };
}

class Follower {
  readonly #options: Pick<StateOptions, 'link' | 'session'>;
  #wanted: {readonly chainId: unknown} | undefined;
  #following: Following | undefined;
  #isPaused = false;

  constructor(options: Pick<StateOptions, 'link' | 'session'>) {
    this.#options = options;
  }

  want(chainId: unknown): State {
    const current = this.#options.session();
    if (!current) throw new TypeError('There is no session.');
    this.#stop();
    this.#wanted = {chainId};
    if (this.#isPaused) return readNow(current, chainId);
    this.#following = follow(current, chainId, state => this.#sendState(state));
    return this.#following.read();
  }

  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
    if (isPaused) this.#stop();
    else this.followAgain();
  }

  followAgain(): void {
    const current = this.#options.session();
    if (this.#following?.session === current) return;
    this.#stop();
    if (!this.#wanted || this.#isPaused || !current) return;
    this.#following = follow(current, this.#wanted.chainId, state => this.#sendState(state));
    this.#sendState(this.#following.read());
  }

  #stop(): void {
    this.#following?.stop();
    this.#following = undefined;
  }

  #sendState(state: State): void {
    const {link} = this.#options;
    link.notify('state', state).catch(({name, code, message}: LiveOpsError) => {
      void link.notify('error', {name, code, message: `\`state\`: ${message}`});
    });
  }
}

function follow(session: Session, chainId: unknown, changed: (state: State) => void): Following {
  const stores = storesOf(session, chainId);
  const read = (): State => readNow(session, chainId);
  let isOver = false;
  const announce = atOnce(() => isOver || changed(read()));
  const stops = Object.values(stores).map(store => store.listen(announce));
  const stop = (): void => {
    isOver = true;
    stops.forEach(unlisten => unlisten());
  };
  return {session, read, stop};
}

function storesOf(session: Session, chainId: unknown) {
  const {$clan, $signedOut, $rewardChains, $dailyChains, $offerChains, orders, clanSwitch} = session;
  return {
    clan: $clan,
    signedOut: $signedOut,
    rewardChains: $rewardChains,
    dailyChains: $dailyChains,
    offerChains: $offerChains,
    orders: orders.$orders,
    clanSwitch: clanSwitch.$state,
    receipts: clanSwitch.$receipts,
    ...(chainId !== undefined && {contributors: session.contributors(chainId as number)}),
  };
}

function readNow(session: Session, chainId: unknown): State {
  const stores = Object.entries(storesOf(session, chainId));
  const values = Object.fromEntries(stores.map(([name, {value}]) => [name, value ?? null]));
  return {...values, daily: {claimable: claimableDays(session)}};
}

/** The number of days that the player can claim, for a badge; `null` while the chains are unknown. */
function claimableDays({$dailyChains: {value: chains}}: Session): number | null {
  if (chains.status !== 'ready') return null;
  return chains.value.flatMap(({steps}) => steps).filter(({status}) => status === 'claimable').length;
}

/** Combines several changes in one turn. */
function atOnce(task: () => unknown): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      task();
    });
  };
}
