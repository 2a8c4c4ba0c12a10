import type {Params} from './message.js';

/** The page's handlers for the host's messages, by method; what a handler returns is the answer. */
export type Handlers = Readonly<Record<string, (params: Params) => unknown>>;

/** Messages from the host, kept for listeners that are added later. */
export type KeptMessages = {
  /** Keeps what a later listener needs. `isTaken`: a listener has handled it. */
  note(method: string, params: Params, isTaken: boolean): void;
  /** Replays missed messages to a new listener. A handler's failure is ignored: nobody waits for an answer. */
  replay(handlers: Handlers): void;
};

/** Only the latest of each kind applies. The kind is the first part, so `app.resume` replaces `app.pause`. */
const SETTINGS = /^(configure|app|ui\.\w+)\b/;

/** The fields of `configure` that identify the player. */
const PLAYER = ['clan', 'playerName', 'userKey'];

/** Whether the page accepts a message before it has a listener. */
export function isKept(method: string): boolean {
  return SETTINGS.test(method) || method.startsWith('auth.') || method === 'clan.changed';
}

/**
 * Settings are kept for every later listener. Player data is not: `auth.…` goes once, to the current listeners or else
 * to the next one. The player's fields are dropped when that player leaves.
 */
export function createKeptMessages(): KeptMessages {
  const kept = new Map<string, readonly [method: string, params: Params]>();

  const keep = (kind: string, method: string, params: Params): void => {
    // Moves it to the end of the order, too.
    kept.delete(kind);
    kept.set(kind, [method, params]);
  };

  const changeSettings = (change: (settings: Params) => Params): void => {
    const [method, settings] = kept.get('configure') ?? ['configure', {}];
    kept.set('configure', [method, change(settings)]);
  };

  const noteAuth = (method: string, params: Params, isTaken: boolean): void => {
    if (isTaken) kept.delete('auth');
    else keep('auth', method, params);
    if (method === 'auth.clear' && kept.has('configure')) changeSettings(withoutPlayer);
  };

  return {
    note(method, params, isTaken) {
      const [, kind] = SETTINGS.exec(method) ?? [];
      if (kind) keep(kind, method, params);
      // A sign-out ends when the game sets up the next player.
      if (kind === 'configure' && kept.get('auth')?.[0] === 'auth.clear') kept.delete('auth');
      if (method.startsWith('auth.')) noteAuth(method, params, isTaken);
      if (method === 'clan.changed') changeSettings(settings => ({...settings, clan: params['clan']}));
    },
    replay(handlers) {
      for (const [kind, [method, params]] of kept) {
        const handler = Object.keys(handlers).includes(method) ? handlers[method] : undefined;
        if (!handler) continue;
        if (kind === 'auth') kept.delete(kind);
        void Promise.resolve(params)
          .then(handler)
          .catch(() => undefined);
      }
    },
  };
}

function withoutPlayer(settings: Params): Params {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !PLAYER.includes(name)));
}
