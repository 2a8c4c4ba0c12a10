/** A text that a store had, and whether it would still have it after a crash. */
export type KeptText = {readonly text: string; readonly durable: boolean};

/** Small texts by key, kept as well as the page and its host allow. No call rejects. */
export type TextStore = {
  /** Every text whose key begins so; one key may come several times, from several places. */
  all(prefix: string): Promise<readonly KeptText[]>;
  /** Resolves with whether the text outlives a crash. */
  put(key: string, text: string): Promise<boolean>;
  /** As `put`, and no place is left with an older text. Resolves with whether that holds and outlives a crash. */
  replace(key: string, text: string): Promise<boolean>;
  remove(key: string): Promise<void>;
};

/**
 * One place for texts. Every call may throw, reject or never settle. Where `wanted` turns false the caller has given up,
 * and a write that has not begun must not begin.
 */
export type Rung = {
  /** Whether a text that was taken is safe from a killed browser. */
  readonly durable: boolean;
  all(prefix: string, wanted: () => boolean): Promise<readonly string[]> | readonly string[];
  put(key: string, text: string, wanted: () => boolean): Promise<unknown> | void;
  remove(key: string, wanted: () => boolean): Promise<unknown> | void;
};
