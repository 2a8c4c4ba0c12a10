import type {ReadableAtom} from 'nanostores';
import type {TokenGrant} from '../auth/token.js';
import type {LiveOpsError} from '../errors.js';
import type {Handlers, HostLink} from '../host/link.js';
import {liveOpsHost} from '../host/live-ops-host.js';
import {createHostTokens} from './host-token.js';
import {storageOf} from './link-storage.js';
import type {SessionOptions} from './options.js';

export {liveOpsHost};

/** The members of a session that the game around the page controls. */
type HostedSession = {
  readonly $signedOut: ReadableAtom<boolean>;
  setClan(clan: string | null): void;
  refresh(): void;
  signOut(): void;
  onError(listener: (error: LiveOpsError) => void): () => void;
};

/** The game around the page, as one session uses it. */
export type SessionHost = {
  /** The page's options; the game provides the token and stores receipts unless the page sets its own. */
  readonly options: SessionOptions;
  /** Asks the game whether the player may do this now; a game that doesn't support the request allows it. */
  allows(method: string): Promise<boolean>;
  /** Asks the game to open a payment page in its browser; `false` if it doesn't support the request. */
  openCheckout(checkout: {readonly url: string; readonly orderId: number}): Promise<boolean>;
  /** Forwards the game's messages, except `messages`, which the families handle. Returns a function that stops it. */
  connect(session: HostedSession, messages: Handlers): () => void;
};

/** How long a game may take to grant permission, milliseconds: it may ask the player. */
const VETO_MS = 60_000;

/** The game that the options name; `undefined` if they name none. */
export function createSessionHost(options: SessionOptions, link?: HostLink): SessionHost | undefined {
  return (options?.host ?? 'none') === 'none' ? undefined : hostOver(options, link ?? liveOpsHost());
}

function hostOver(options: SessionOptions, link: HostLink): SessionHost {
  const {host = '', hostName, tokenUrl} = options;
  const tokens = createHostTokens(link);
  return {
    options: {
      ...options,
      getToken: options.getToken ?? (tokenUrl ? undefined : tokens.getToken),
      storage: options.storage ?? storageOf(link),
    },
    async allows(method) {
      const isAsked = await link.supports(method);
      const answer = isAsked && (await link.request(method, {}, VETO_MS).catch(() => null));
      return (answer as {allow?: unknown} | null)?.allow !== false;
    },
    openCheckout: checkout => openCheckout(link, checkout),
    connect(session, messages) {
      const unlisten = link.listen({
        'auth.token'(grant) {
          const push = tokens.push(grant as TokenGrant);
          // A game may send its token in every frame. Only a token that signs the player in again changes anything.
          if (push === 'same' && !session.$signedOut.value) return;
          if (push === 'another') session.signOut();
          session.refresh();
        },
        'auth.clear'() {
          tokens.clear();
          session.signOut();
        },
        'clan.changed': ({clan}) => session.setClan(clan as string | null),
        ...messages,
      });
      session.onError(error => void link.notify('error', {...error, message: error.message}));
      // Its tokens and its storage were missing until now.
      const unlistenLate = link.onLate(() => session.refresh());
      link.connect(host, hostName);
      return () => {
        unlisten();
        unlistenLate();
      };
    },
  };
}

async function openCheckout(link: HostLink, checkout: {readonly url: string; readonly orderId: number}) {
  if (!(await link.supports('checkout.open'))) return false;
  // Its answer may arrive late or never: what counts is whether the order is paid.
  link.request('checkout.open', checkout).catch(() => undefined);
  return true;
}
