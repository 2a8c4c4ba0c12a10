/** A stored string. `durable`: its place has proved that it outlives a visit. */
export type KeptText = {readonly text: string; readonly durable: boolean};

/** The result of a read. */
export type StoreRead = {
  /** Every string that was found; one key may appear several times, from several places. */
  readonly texts: readonly KeptText[];
  /** Whether every durable place answered. If not, a string that is missing here may still exist. */
  readonly complete: boolean;
  /** Whether at least one durable place answered: every string was written to it, too. */
  readonly answered: boolean;
  /** Whether a place may still appear, so that a later read may find more. */
  readonly awaiting: boolean;
};

/**
 * What to write: a string, or a function from the stored string to a new one, run in one step with the write.
 * `undefined` leaves the place unchanged. Called once for each place.
 */
export type Change = string | ((found: string | undefined) => string | undefined);

/** Small strings by key, stored as safely as the page and its host allow. No call rejects. */
export type TextStore = {
  /** Every string whose key starts with `prefix`. */
  all(prefix: string): Promise<StoreRead>;
  /** Resolves with whether a durable place has it. */
  put(key: string, change: Change): Promise<boolean>;
  /**
   * As `put`, but a place that fails to store it drops its current string if `isOutdated` returns true for it. Resolves
   * with whether a durable place has the new string and no place keeps an outdated one.
   */
  replace(key: string, change: Change, isOutdated: (found: string) => boolean): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Removes a string from each place that can; for strings that do no harm if they come back. */
  forget(key: string): Promise<void>;
};

/**
 * One place for strings. Every call may throw, reject or never settle. Once `wanted` returns false, the caller has
 * given up, and a write must not start any more.
 */
export type StorageTier = {
  /** Whether a stored string survives a killed browser, as far as this kind of place can know. */
  readonly durable: boolean;
  /** @throws `NotThereYet` if the place may still appear. */
  all(prefix: string, wanted: () => boolean): Promise<readonly string[]> | readonly string[];
  /** Compares and writes in one atomic step across pages. */
  put(key: string, change: Change, wanted: () => boolean): Promise<unknown> | void;
  /** With `isOutdated`, removes only a string for which it returns true, in one atomic step, as `put` does. */
  remove(key: string, wanted: () => boolean, isOutdated?: (found: string) => boolean): Promise<unknown> | void;
  /** Whether the place still has what an earlier visit stored. Absent: counts as proved. */
  outlives?(wanted: () => boolean): Promise<boolean> | boolean;
};

/** The string to replace `found`, or `undefined` to leave it. */
export function applyChange(change: Change, found: string | undefined): string | undefined {
  return typeof change === 'function' ? change(found) : change;
}
