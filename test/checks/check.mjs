import {checkSurface} from './api-surface.mjs';
import {build} from './build.mjs';
import {checkBundles} from './bundles.mjs';
import {isBuilt} from './freshness.mjs';
import {checkLayers} from './layers.mjs';
import {checkSizes} from './sizes.mjs';
import {tool} from './tool.mjs';

const ready = {faults: [], summary: 'up to date'};

const NEEDS_BUILD = ['bundles', 'sizes', 'surface'];

/** Cheap before dear; what needs `dist` comes after it. */
const STEPS = {
  format: () => tool('prettier --check --log-level warn .'),
  layers: checkLayers,
  build: () => (isBuilt() ? ready : build()),
  bundles: checkBundles,
  sizes: checkSizes,
  surface: checkSurface,
  types: () => tool('tsc --noEmit -p test/tsconfig.json'),
  lint: () => tool('eslint . --max-warnings 0'),
};

async function run(name, step) {
  const start = performance.now();
  const {faults, summary} = await Promise.resolve()
    .then(step)
    .catch(error => ({faults: [String(error)], summary: ''}));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${faults.length ? 'FAIL' : 'ok  '}  ${name.padEnd(8)} ${seconds.padStart(5)} s  ${summary}`);
  if (faults.length) console.log(faults.join('\n').replace(/^/gm, '      '));
  return faults.length === 0;
}

const failed = [];
for (const [name, step] of Object.entries(STEPS)) {
  if (failed.includes('build') && NEEDS_BUILD.includes(name)) console.log(`skip  ${name}`);
  else if (!(await run(name, step))) failed.push(name);
}
process.exitCode = failed.length ? 1 : 0;
