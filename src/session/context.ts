/* What a family may use of its session, and what it gives to it. Types only: families import nothing else from here. */
import type {ReadableAtom} from 'nanostores';
import type {TokenBroker} from '../auth/token-broker.js';
import type {ClaimLock} from '../claims/claim-lock.js';
import type {LiveOpsError} from '../errors.js';
import type {Http} from '../http/http.js';
import type {RewardChain} from '../model.js';
import type {HostStorage} from '../storage/host-storage.js';
import type {Clock} from '../stores/clock.js';
import type {ServerTime} from '../stores/server-clock.js';
import type {FirstClan} from '../stores/first-clan.js';

/** What a page that opens the payment page itself is given: its address, and the token in it. */
export type Checkout = {
  readonly url: string;
  readonly token: string;
  readonly orderId: number;
  /** Whether the order is one of the vendor's test payments. */
  readonly sandbox: boolean;
};

/** How and where players pay. */
export type PaymentSettings = {
  readonly mode: 'window' | 'same-tab' | 'host';
  readonly sandbox: boolean;
  /** Of the API; one on this machine has its payment page there. */
  readonly apiBase: string;
  /** The page's own way, instead of `mode`. */
  readonly openCheckout: ((checkout: Checkout) => void | Promise<void>) | undefined;
  /** Asks the game to open its browser; whether it knows how. Absent where no game is around the page. */
  readonly askHost: ((checkout: {readonly url: string; readonly orderId: number}) => Promise<boolean>) | undefined;
};

/** What every session has, whatever it is used for. */
export type SessionContext = {
  readonly projectId: number;
  /** Language tag for numbers and texts; empty means the browser's. */
  readonly locale: string;
  /** The player's own name as it is on the board. */
  readonly ownName: string | undefined;
  /** Time between two requests of a store, milliseconds; 0 for none. */
  readonly pollMs: number;
  readonly storage: HostStorage | undefined;
  /** Waits before an answer counts as slow and as lost, milliseconds; only tests set them. */
  readonly slowMs: number | undefined;
  readonly giveUpMs: number | undefined;
  readonly clock: Clock;
  /** The server's time, which decides what the device's clock must not. */
  serverTime(): ServerTime;
  readonly http: Http;
  readonly tokens: TokenBroker;
  /** The player's clan as the game knows it; `undefined` means unknown. */
  readonly $clan: ReadableAtom<string | null | undefined>;
  readonly firstClan: FirstClan;
  /** One claim at a time, in all tabs of a player. */
  readonly alone: ClaimLock;
  /** Asks the game whether the player may do this now. Absent where no game is around the page. */
  readonly allows: ((method: string) => Promise<boolean>) | undefined;
  /** How and where players pay. */
  readonly payments: PaymentSettings;
  /** Who a token belongs to, unlike any player of another project; empty when that is unknown. */
  playerOf(token: string): string;
  /** Aborted when the player signs out, when another player's token comes, and when the session ends. */
  life(): AbortSignal;
  /** Reports a failed request. */
  onError(error: LiveOpsError): void;
  /** Reports a failed request and throws it again. */
  fail(error: LiveOpsError): never;
  /** What another family adds to the session. @throws {LiveOpsError} `config` where it is not loaded. */
  use<Members extends object>(family: string): Members;
  /** Lets the other families see the chains that one has just read. */
  chainsRead(chains: readonly RewardChain[]): void;
  /** Loads again whatever is shown, after a claim that may have changed it. */
  renew(): void;
  /** Drops whatever is shown and loads it again: the player may be in another clan. */
  restart(): void;
};

/** A family as one session has it. The session calls the rest of it. */
export type Attached<Members extends object = object> = {
  readonly members: Members;
  /** What it does with messages of the game, by method. */
  readonly messages?: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => unknown>>;
  /** Whose token is in use: empty when that is unknown, `undefined` after a sign-out. */
  setPlayer?(player: string | undefined): void;
  refresh?(): void;
  /** The player's chains as the server has them now. */
  observe?(chains: readonly RewardChain[]): void;
  renew?(): void;
  restart?(): void;
  /** Drops every value and shows the error until `refresh`. */
  fail?(error: LiveOpsError): void;
  destroy?(): void;
};

/** One part of LiveOps: boards, reward chains … Attached to a session when it is first used there. */
export type Family<Members extends object = object> = {
  readonly name: string;
  attach(session: SessionContext): Attached<Members>;
};
