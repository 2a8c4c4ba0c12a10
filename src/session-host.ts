import type {TokenGrant} from './auth/token-broker.js';
import type {Handlers, HostLink} from './host/link.js';
import {liveOpsHost} from './host/live-ops-host.js';
import {createHostTokens} from './session-host-token.js';
import type {SessionOptions} from './session-options.js';
import type {Session, SessionInternals} from './session.js';
import type {HostStorage} from './storage/host-rung.js';

export {liveOpsHost};

type Compose = (options: SessionOptions, internals: SessionInternals) => Session;

/** How long a host may think about a clan switch, milliseconds: it may ask the player. */
const VETO_MS = 60_000;

/** Connects a session with the game around the page, where the options name one. */
export function withHost(options: SessionOptions, compose: Compose, link?: HostLink): Session {
  const isAlone = (options?.host ?? 'none') === 'none';
  return isAlone ? compose(options, {}) : connect(options, compose, link ?? liveOpsHost());
}

function connect(options: SessionOptions, compose: Compose, link: HostLink): Session {
  const {host = '', hostName, tokenUrl, userKey} = options;
  const tokens = createHostTokens(link, userKey);
  const session = compose(
    {
      ...options,
      getToken: options.getToken ?? (tokenUrl ? undefined : tokens.getToken),
      storage: options.storage ?? keptBy(link),
    },
    {},
  );
  const {clanSwitch} = session;

  const handlers: Handlers = {
    'auth.token'(grant) {
      if (tokens.push(grant as TokenGrant)) session.signOut();
      session.refresh();
    },
    'auth.clear'() {
      tokens.clear();
      session.signOut();
    },
    'clan.changed': ({clan}) => session.setClan(clan as string | null),
    'clan.switch': async () => ({outcome: await clanSwitch.switchClan()}),
    'rewards.acknowledge': ({receiptId}) => clanSwitch.acknowledge(receiptId as string),
  };

  const unlisten = link.listen(handlers);
  session.onError(error => void link.notify('error', {...error, message: error.message}));
  link.connect(host, hostName);

  return {
    ...session,
    clanSwitch: {
      ...clanSwitch,
      async switchClan(switchOptions) {
        const isAsked = await link.supports('clan.switch');
        const answer = isAsked && (await link.request('clan.switch', {}, VETO_MS).catch(() => null));
        return (answer as {allow?: unknown} | null)?.allow === false
          ? 'not-sent'
          : clanSwitch.switchClan(switchOptions);
      },
    },
    destroy() {
      unlisten();
      session.destroy();
    },
  };
}

/** The host's storage, which takes nothing where the host did not offer it. */
function keptBy(link: HostLink): HostStorage {
  const ask = (method: string) => async (key: string, value?: string) => {
    const answer = (await link.supports(method)) ? await link.request(method, {key, value}) : undefined;
    return ((answer as {value?: unknown} | null | undefined)?.value ?? null) as never;
  };
  return {get: ask('storage.get'), set: ask('storage.set'), remove: ask('storage.remove')};
}
