/* What a family may use of its session, and what it provides. Types only: families import nothing else from here. */
import type {ReadableAtom, WritableAtom} from 'nanostores';
import type {TokenBroker} from '../auth/token-broker.js';
import type {NameRules} from '../boards/shown-names.js';
import type {ClaimLock} from '../claims/claim-lock.js';
import type {LiveOpsError} from '../errors.js';
import type {Http} from '../http/http.js';
import type {RewardChain} from '../model.js';
import type {HostStorage} from '../storage/host-storage.js';
import type {Clock} from '../stores/clock.js';
import type {ServerTime} from '../stores/server-clock.js';
import type {FirstClan} from '../stores/first-clan.js';

/** Passed to a page that opens the payment page itself: the address, and the token in it. */
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
  /** Base URL of the API; a local API serves its own payment page. */
  readonly apiBase: string;
  /** The page's own way, instead of `mode`. */
  readonly openCheckout: ((checkout: Checkout) => void | Promise<void>) | undefined;
  /** Asks the game to open its browser; resolves with whether it can. Absent if no game embeds the page. */
  readonly askHost: ((checkout: {readonly url: string; readonly orderId: number}) => Promise<boolean>) | undefined;
};

/** What every session has, whichever families it uses. */
export type SessionContext = {
  readonly projectId: number;
  /** Language tag for numbers and texts; empty means the browser's. */
  readonly locale: string;
  /** How names are shown, and which one is the player's own. */
  readonly names: NameRules;
  /** Whether no rank of the player is kept on the device. */
  readonly forgetRanks: boolean;
  /** Time between two requests of a store, milliseconds; 0 for none. */
  readonly pollMs: number;
  readonly storage: HostStorage | undefined;
  /** Waits before an answer counts as slow and as lost, milliseconds; only tests set them. */
  readonly slowMs: number | undefined;
  readonly giveUpMs: number | undefined;
  readonly clock: Clock;
  /** The server's time, for decisions that the device's clock must not make. */
  serverTime(): ServerTime;
  readonly http: Http;
  readonly tokens: TokenBroker;
  /** The player's clan as the game knows it; `undefined` means unknown. */
  readonly $clan: ReadableAtom<string | null | undefined>;
  readonly firstClan: FirstClan;
  /** The code that the player's next order of an item takes along; until then, or until the player leaves. */
  readonly $promoCode: WritableAtom<string | undefined>;
  /** One claim at a time, in all tabs of a player. */
  readonly alone: ClaimLock;
  /** Asks the game whether the player may do this now. Absent if no game embeds the page. */
  readonly allows: ((method: string) => Promise<boolean>) | undefined;
  /** How and where players pay. */
  readonly payments: PaymentSettings;
  /** A key for the token's player, unique across projects; empty if the player is unknown. */
  playerOf(token: string): string;
  /** Aborted when the player signs out, when another player's token arrives, and when the session ends. */
  life(): AbortSignal;
  /** Reports a failed request. */
  onError(error: LiveOpsError): void;
  /** Reports a failed request and throws it again. */
  fail(error: LiveOpsError): never;
  /** What another family adds to the session. @throws {LiveOpsError} `config` if it is not loaded. */
  use<Members extends object>(family: string): Members;
  /** Shares chains that one family has just read with the others. */
  chainsRead(chains: readonly RewardChain[]): void;
  /** Reloads everything that is shown, after a claim that may have changed it. */
  renew(): void;
  /** Drops everything that is shown and reloads it: the player may be in another clan. */
  restart(): void;
};

/** One session's instance of a family. The session calls its other members. */
export type Attached<Members extends object = object> = {
  readonly members: Members;
  /** Handlers for messages from the game, by method. */
  readonly messages?: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => unknown>>;
  /** Whose token is in use: empty if the player is unknown, `undefined` after a sign-out. */
  setPlayer?(player: string | undefined): void;
  refresh?(): void;
  /** The player's chains as the server has just sent them. */
  observe?(chains: readonly RewardChain[]): void;
  renew?(): void;
  restart?(): void;
  /** Drops every value and shows the error until `refresh`. */
  fail?(error: LiveOpsError): void;
  destroy?(): void;
};

/** One part of LiveOps, such as boards or reward chains. Attached to a session at its first use. */
export type Family<Members extends object = object> = {
  readonly name: string;
  attach(session: SessionContext): Attached<Members>;
};
