/**
 * What bundlers find under `liveops-elements/admin` when they build for a browser: these calls need an API key, and a
 * key in a page is everybody's.
 */

export {};

throw new Error('liveops-elements/admin must not be loaded in a browser: it would give the API key away.');
