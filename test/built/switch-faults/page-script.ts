/* Runs in the page: a session without UI whose inner time limits a test may set, and what a test asks of it. */
import '../../../components/clan-switch/define.js';
import type {Receipt, SwitchState} from '../../../src/model.js';
import type {SessionInternals} from '../../../src/session/core.js';
import type {Session} from '../../../src/session/session.js';
import {composeSession} from '../../support/compose-session.js';
import type {SessionOptions} from '../../../src/session/options.js';
import {pageClock} from '../../../src/stores/clock.js';

export type Plan = {
  options: Omit<SessionOptions, 'getToken' | 'fetch' | 'storage'>;
  internals?: Omit<SessionInternals, 'clock'>;
  /** How many times faster waits go by. */
  hurry?: number;
  /** Has the game keep texts, too: in a map that lives as long as the page. */
  hostKeeps?: boolean;
};

/** What the test gives to every page of a player. */
type World = {
  giveToken(request: {reason: string}): Promise<string>;
};

export type PageApi = {
  session: Session;
  /** Updates that were sent, as the page's own `fetch` counts them. */
  sent: number;
  states: SwitchState[];
  receipts: readonly Receipt[];
  signIn(plan: Plan): void;
  /** The first state, from now on, with this status; `slow` is `switching` that takes long. */
  until(status: string): Promise<SwitchState>;
  untilReceipts(count: number): Promise<true>;
};

const sleeping: (() => boolean)[] = [];

const wake = (): void => {
  for (const check of [...sleeping]) if (check()) sleeping.splice(sleeping.indexOf(check), 1);
};

function when<T>(fact: () => T | undefined): Promise<T> {
  return new Promise(resolve => {
    const check = (): boolean => {
      const value = fact();
      if (value !== undefined) resolve(value);
      return value !== undefined;
    };
    if (!check()) sleeping.push(check);
  });
}

const api: PageApi = {
  session: undefined as unknown as Session,
  sent: 0,
  states: [],
  receipts: [],
  signIn({options, internals = {}, hurry = 1, hostKeeps = false}) {
    const texts = new Map<string, string>();
    const storage = {
      get: (key: string) => texts.get(key) ?? null,
      set: (key: string, value: string) => void texts.set(key, value),
      remove: (key: string) => void texts.delete(key),
    };
    const [start, since] = [pageClock.today(), pageClock.now()];
    const clock = {
      ...pageClock,
      after: (ms: number, task: () => void) => pageClock.after(ms / hurry, task),
      today: () => start + (pageClock.today() - start) * hurry,
      now: () => since + (pageClock.now() - since) * hurry,
    };
    api.session = composeSession(
      {
        ...options,
        ...(hostKeeps && {storage}),
        getToken: request => (globalThis as unknown as World).giveToken(request),
        fetch: (input, init) => {
          if (init?.method === 'PUT') api.sent++;
          return fetch(input, init);
        },
      },
      // Requests keep the page's time, however short the waits are.
      {...internals, clock},
    );
    api.session.clanSwitch.$state.subscribe(state => {
      api.states.push(state);
      wake();
    });
    api.session.clanSwitch.$receipts.subscribe(receipts => {
      api.receipts = receipts;
      wake();
    });
  },
  until: status =>
    when(() => {
      const state = api.session.clanSwitch.$state.get();
      const isSlow = status === 'slow' && state.status === 'switching' && state.slow;
      return isSlow || state.status === status ? state : undefined;
    }),
  untilReceipts: count => when(() => api.receipts.length === count || undefined),
};

Object.assign(globalThis, {player: api});
