/** Words of `words.mjs` that may stay: where (a path or its beginning), which word (`*` is any), and why. */
export const ALLOWED = [];
