import type {ScenarioCode} from './code-calls.js';
import type {WireItem} from './item-wire.js';
import type {WireChain, WireDailyChain, WireOfferChain, WireReward} from './wire.js';

/** The player calls of the LiveOps API. */
export type Call =
  | 'contributors'
  | 'update'
  | 'chains'
  | 'balance'
  | 'claim'
  | 'days'
  | 'day'
  | 'claim-day'
  | 'offers'
  | 'offer'
  | 'claim-offer'
  | 'order-offer'
  | 'order'
  | 'items'
  | 'group'
  | 'item'
  | 'upsell'
  | 'balances'
  | 'order-item'
  | 'claim-item'
  | 'spend'
  | 'verify-code'
  | 'redeem-code'
  | 'apply-code'
  | 'remove-code'
  | 'cart';

/** Who the player is, as a page would pass it to a session. `null` is no clan, `undefined` an unknown one. */
export type ScenarioPlayer = {
  playerName: string;
  clan: string | null | undefined;
  /** Language tag; `undefined` leaves it to the page. */
  locale: string | undefined;
};

/** An action of the game on the session once it has started. */
export type ScenarioStep = {description: string; session: {clan: string | null}};

/** Decides what happens to an answer. `answer` carries out the call; `held` settles once the caller releases it. */
export type Injection = (
  call: Call,
  answer: () => Response,
  held: Promise<void>,
  hasToken: boolean,
) => Response | Promise<Response>;

/** The definition of a scenario: only the differences from the default. Times are relative to `now`. */
export type Plan = {
  /** What the player sees, in one line. */
  description: string;
  player?: Partial<ScenarioPlayer>;
  /** Neither the token nor the page names the player: nothing is stored. */
  nameless?: boolean;
  steps?: readonly ScenarioStep[];
  chains?: (now: number) => readonly WireChain[];
  /** The chains once a clan update has moved the player. */
  newClan?: (now: number) => readonly WireChain[];
  dailyChains?: (now: number) => readonly WireDailyChain[];
  offerChains?: (now: number) => readonly WireOfferChain[];
  /** Not `items`, which pages may put on `Object.prototype`. */
  shopItems?: (now: number) => readonly WireItem[];
  /** What the project suggests, of these items. */
  upsell?: readonly string[];
  codes?: Readonly<Record<string, ScenarioCode>>;
  /** What the server says of an order; default that it waits for its payment. */
  orderStatus?: () => string;
  /** Whether the payment page opens in a window, which a browser may block. Default: it opens nowhere, and counts as open. */
  opensWindow?: boolean;
  /** What the update's answer lists of the rewards that it granted. */
  listed?: (granted: readonly WireReward[]) => readonly WireReward[];
  /** Creates a new one for each run, so that it can count calls. */
  inject?: () => Injection;
};

export type Plans = Readonly<Record<string, Plan>>;

/** Changes the answers to these calls and no others. */
export const onlyOn =
  (...changed: readonly Call[]) =>
  (become: (answer: () => Response, held: Promise<void>) => Response | Promise<Response>) =>
  (): Injection =>
  (call, answer, held) =>
    changed.includes(call) ? become(answer, held) : answer();
