/*
 * Without this, a new version of a library could call features that the oldest browsers of `browserslist` lack. The
 * build itself refuses such bundles; this checks the files in `dist`, however they got there.
 */
import {readFileSync} from 'node:fs';
import {BUNDLES, faultsIn} from '../build/bundle/assertions.mjs';
import {tool} from '../tool.mjs';

/** Older than es-check's table says (Chromium 84, WebKit 15, Firefox 90), and added by `src/polyfills`. */
const KNOWN = ['PrivateClassFields', 'ObjectHasOwn'];

function checkFeatures(file, ignored) {
  const kind = file.endsWith('.iife.js') ? '' : '--module';
  return tool(`es-check checkBrowser dist/${file} ${kind} --checkFeatures --ignore=${ignored.join()}`);
}

async function faultsOf(file) {
  const features = await checkFeatures(file, KNOWN);
  return [...(await faultsIn(readFileSync(`dist/${file}`, 'utf8'), file)), ...features.faults];
}

/** A feature that no bundle uses, so nothing needs to be ignored. */
async function deadRow(feature) {
  const others = KNOWN.filter(name => name !== feature);
  const checks = await Promise.all(BUNDLES.map(file => checkFeatures(file, others)));
  const isUsed = checks.some(({faults}) => faults.length);
  return isUsed ? [] : [`bundles.mjs KNOWN: no bundle uses ${feature}, so delete the row`];
}

export async function checkBundles() {
  const found = await Promise.all([...BUNDLES.map(faultsOf), ...KNOWN.map(deadRow)]);
  return {faults: found.flat(), summary: `${BUNDLES.join(' and ')} run on the browsers of browserslist`};
}
