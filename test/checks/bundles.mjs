import {readFileSync} from 'node:fs';
import {BUNDLES, faultsIn} from './bundle/assertions.mjs';

/** The build refuses unfit bundles by itself; this looks at what lies in `dist`, however it came there. */
export function checkBundles() {
  const faults = BUNDLES.flatMap(bundle => faultsIn(readFileSync(`dist/${bundle.file}`, 'utf8'), bundle));
  return {faults, summary: BUNDLES.map(({file, ecma}) => `${file} is ES${ecma}`).join(', ')};
}
