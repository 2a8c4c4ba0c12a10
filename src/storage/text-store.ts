/** A string that a store had. `durable`: its place has proved that it outlives a visit. */
export type KeptText = {readonly text: string; readonly durable: boolean};

/** What a read found. */
export type StoreRead = {
  /** Every string that was found; one key may come several times, from several places. */
  readonly texts: readonly KeptText[];
  /** Whether every durable place answered. If not, what is missing here may still be there: nothing follows from it. */
  readonly complete: boolean;
  /** Whether a durable place answered at all: every note was written to that one, too. */
  readonly answered: boolean;
  /** Whether a place is not there yet, so that a later read may find more. */
  readonly awaiting: boolean;
};

/**
 * What to write: a string, or what makes one of the string that is there, in one step with the write. `undefined` leaves
 * the place as it is. Called once for each place.
 */
export type Change = string | ((found: string | undefined) => string | undefined);

/** Small strings by key, kept as well as the page and its host allow. No call rejects. */
export type TextStore = {
  /** Every string whose key begins with `prefix`. */
  all(prefix: string): Promise<StoreRead>;
  /** Resolves with whether a place of a durable kind has it. */
  put(key: string, change: Change): Promise<boolean>;
  /**
   * As `put`, and a place that does not take it loses the string that it has, where that `isOutdated`. Resolves with
   * whether no place keeps an outdated one and a durable kind of place has the new one.
   */
  replace(key: string, change: Change, isOutdated: (found: string) => boolean): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Removes a string that does no harm where it comes back, from each place that lets go of it. */
  forget(key: string): Promise<void>;
};

/**
 * One place for strings. Every call may throw, reject or never settle. Where `wanted` turns false the caller has given up,
 * and a write that has not begun must not begin.
 */
export type StorageTier = {
  /** Whether a string that was taken is safe from a killed browser, as far as this kind of place can say. */
  readonly durable: boolean;
  /** @throws `NotThereYet` where the place may still appear. */
  all(prefix: string, wanted: () => boolean): Promise<readonly string[]> | readonly string[];
  /** Compares and writes in one step, which no other page comes between. */
  put(key: string, change: Change, wanted: () => boolean): Promise<unknown> | void;
  /** With `isOutdated` only a string of which that is true: it compares and removes in one step, as `put` does. */
  remove(key: string, wanted: () => boolean, isOutdated?: (found: string) => boolean): Promise<unknown> | void;
  /** Whether the place still has what an earlier visit left there. Without it that is taken as proved. */
  outlives?(wanted: () => boolean): Promise<boolean> | boolean;
};

/** The string to write over `found`, or `undefined` to leave it. */
export function applyChange(change: Change, found: string | undefined): string | undefined {
  return typeof change === 'function' ? change(found) : change;
}
