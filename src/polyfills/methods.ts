/*
 * `Object.hasOwn` (Chromium 93) and `.at()` (92) by the text of ECMAScript. core-js has them, too, but brings 18 kB that look
 * for a global object with `Function("return this")`, which a page without 'unsafe-eval' may not have in it.
 */

function hasOwn(object: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const offset = Math.trunc(index) || 0;
  return this[offset < 0 ? this.length + offset : offset];
}

const METHODS: readonly (readonly [owner: object, name: string, method: (...args: never[]) => unknown])[] = [
  [Object, 'hasOwn', hasOwn],
  [Array.prototype, 'at', at],
  [String.prototype, 'at', at],
];

/** Adds the methods that the browser lacks, hidden from `for … in` like its own, and leaves alone those it has. */
export function addMissingMethods(): void {
  for (const [owner, name, value] of METHODS) {
    if (!(name in owner)) Object.defineProperty(owner, name, {value, configurable: true, writable: true});
  }
}
