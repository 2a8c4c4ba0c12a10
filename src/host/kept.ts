import type {Params} from './message.js';

/** What a page does with the host's messages, by method; what it returns is the answer. */
export type Handlers = Readonly<Record<string, (params: Params) => unknown>>;

/** Messages of the host for listeners that come later. */
export type KeptMessages = {
  /** Keeps what a later listener needs. `isTaken`: somebody has handled it. */
  note(method: string, params: Params, isTaken: boolean): void;
  /** Hands a new listener what it has missed. A handler that fails is its own business: nobody waits for an answer. */
  replay(handlers: Handlers): void;
};

/** Of these only the latest applies; the kind comes first, so that `app.resume` replaces `app.pause`. */
const SETTINGS = /^(configure|app|ui\.\w+)\b/;

/** The fields of `configure` that say who plays. */
const PLAYER = ['clan', 'playerName', 'userKey'];

/** Whether the page takes a message before anybody listens to it. */
export function isKept(method: string): boolean {
  return SETTINGS.test(method) || method.startsWith('auth.') || method === 'clan.changed';
}

/**
 * Settings stay for every later listener. What belongs to one player doesn't: `auth.…` goes to the listeners of its moment
 * or else to the next one, once, and who plays is forgotten when that player leaves.
 */
export function createKeptMessages(): KeptMessages {
  const kept = new Map<string, readonly [method: string, params: Params]>();

  const keep = (kind: string, method: string, params: Params): void => {
    // Last in order, too.
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
      // A sign-out is over when the game sets up the next player.
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
