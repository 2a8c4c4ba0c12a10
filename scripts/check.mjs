import {checkSurface} from './checks/api-surface.mjs';
import {build} from './build.mjs';
import {checkBundles} from './checks/bundles.mjs';
import {isBuilt} from './build/freshness.mjs';
import {checkDeadRows} from './checks/dead-rows.mjs';
import {checkLayers} from './checks/layers.mjs';
import {checkReference} from './checks/reference.mjs';
import {checkSizes} from './checks/sizes.mjs';
import {checkWords} from './checks/words.mjs';
import {tool, TSC} from './tool.mjs';

const ready = {faults: [], summary: 'up to date'};

const NEEDS_BUILD = ['rows', 'bundles', 'sizes', 'surface', 'reference'];

/** Fast checks first; checks that need `dist` run after the build. */
const STEPS = {
  format: () => tool('prettier --check --log-level warn .'),
  words: checkWords,
  layers: checkLayers,
  build: () => (isBuilt() ? ready : build()),
  rows: checkDeadRows,
  bundles: checkBundles,
  sizes: checkSizes,
  surface: checkSurface,
  reference: checkReference,
  types: () => tool(`${TSC} --noEmit -p test/tsconfig.json`),
  lint: () => tool('eslint . --max-warnings 0'),
};

async function run(name, step) {
  const start = performance.now();
  const {faults, summary} = await Promise.resolve()
    .then(step)
    .catch(error => ({faults: [String(error)], summary: ''}));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${faults.length ? 'FAIL' : 'ok  '}  ${name.padEnd(9)} ${seconds.padStart(5)} s  ${summary}`);
  if (faults.length) console.log(faults.join('\n').replace(/^/gm, '      '));
  return faults.length === 0;
}

const failed = [];
for (const [name, step] of Object.entries(STEPS)) {
  if (failed.includes('build') && NEEDS_BUILD.includes(name)) console.log(`skip  ${name}`);
  else if (!(await run(name, step))) failed.push(name);
}
process.exitCode = failed.length ? 1 : 0;
