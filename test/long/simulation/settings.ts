/** How often what goes wrong: chosen to stress, not measured in the field. `0` where a setting is off. */
export type Faults = {
  /** A page life ends, at each storage or network call, before and after it. */
  crash: number;
  requestLost: number;
  answerLost: number;
  /** Of the lost answers: the browser sends the request again by itself. */
  resent: number;
  mangled: number;
  failsAfter: number;
  failsBefore: number;
  refused: number;
  /** The same for a request that the browser sends again: it comes too soon. */
  limited: number;
  neverAnswered: number;
  /** No answer, and the request reaches the server some seconds later. */
  delayed: number;
  /** The chain list cannot be read. */
  readFails: number;
  /** A store's read or write rejects or hangs. */
  storage: number;
  /** The game tells of a move that the server does not know (yet). */
  noMove: number;
};

/** What the page does about it. */
export type Design = {
  /** `ky` is that library and nothing else, with its own retries or without; `journal` is this project's code. */
  readonly client: 'ky' | 'ky without retries' | 'journal';
  /** Whether the journal's switch can see the chains; a blind one has a journal and nothing to hold the answer against. */
  readonly snapshot: boolean;
  /** Whether the player always agrees to go on where no store keeps the receipt. */
  readonly failOpen: boolean;
};

export type Settings = {
  readonly design: Design;
  readonly faults: Faults;
  /** A reward may accrue between the note and the update, and an old list may not show it yet. */
  readonly accrual: boolean;
  /** A chain may be reset by hand, its dates staying, between the note and the verdict. */
  readonly handResets: boolean;
  /** Whether the chain list carries boards, and the game knows the player's name on them. */
  readonly boards: boolean;
  readonly ownName: boolean;
  /** Clans are of one or two friends, who have given points in each other's clans. */
  readonly friends: boolean;
  /** Lists and boards may be up to 45 seconds old. */
  readonly lag: boolean;
  /** A second page beside the first, and a second device of the same player. */
  readonly crowd: boolean;
};

export const STRESS: Faults = {
  crash: 0.03,
  requestLost: 0.05,
  answerLost: 0.08,
  resent: 0.3,
  mangled: 0.01,
  failsAfter: 0.02,
  failsBefore: 0.01,
  refused: 0.01,
  limited: 0,
  neverAnswered: 0.01,
  delayed: 0.01,
  readFails: 0.05,
  storage: 0.05,
  noMove: 0.15,
};

export const NO_FAULTS = Object.fromEntries(Object.keys(STRESS).map(name => [name, 0])) as Faults;

export const OURS: Design = {client: 'journal', snapshot: true, failOpen: false};

export const DEFAULTS: Settings = {
  design: OURS,
  faults: STRESS,
  accrual: false,
  handResets: false,
  boards: true,
  ownName: true,
  friends: false,
  lag: true,
  crowd: true,
};

/** Where it is easiest to take one clan for the other: few other faults get in the way of the lost answers. */
export const FRIENDS: Settings = {
  ...DEFAULTS,
  friends: true,
  faults: {...STRESS, answerLost: 0.5, crash: 0.01, readFails: 0, storage: 0},
};
