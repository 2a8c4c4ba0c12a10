/*
 * `Object.hasOwn` (Chromium 93) and `.at()` (92) as ECMAScript specifies them. core-js has them, too, but adds 18 kB
 * that look for a global object with `Function("return this")`, which a page without 'unsafe-eval' must not contain.
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

/** Adds the methods that the browser lacks, not enumerable like its own, and leaves the others unchanged. */
export function addMissingMethods(): void {
  for (const [owner, name, value] of METHODS) {
    if (!(name in owner)) Object.defineProperty(owner, name, {value, configurable: true, writable: true});
  }
}
