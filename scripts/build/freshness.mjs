import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';

export const INPUTS = [
  'src',
  'components',
  'demo/sandbox',
  'scripts',
  'rollup.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** The build writes this file last, with its start time as the date. */
export const LAST_PRODUCT = 'dist/custom-elements.json';

const newest = times => times.reduce((latest, time) => Math.max(latest, time), 0);

/** A folder's own time counts, too: it changes when a file in it is deleted. */
function changedAt(path) {
  const {mtimeMs} = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return newest([mtimeMs, ...readdirSync(path).map(name => changedAt(join(path, name)))]);
}

export function isBuilt() {
  return existsSync(LAST_PRODUCT) && statSync(LAST_PRODUCT).mtimeMs > newest(INPUTS.map(changedAt));
}
