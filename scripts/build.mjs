import {cpSync, rmSync, utimesSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {LAST_PRODUCT} from './build/freshness.mjs';
import {writeGamePage} from './build/game-page.mjs';
import {writeIntegrity} from './build/integrity.mjs';
import {bundleCommand} from './build/sandbox-command.mjs';
import {tool, TSC} from './tool.mjs';

/** Rebuilds `dist`: modules and bundles, types, manifest, and the files generated from these. */
export async function build() {
  const start = new Date();
  rmSync('dist', {recursive: true, force: true});
  const made = await Promise.all([tool('rollup -c --silent --failAfterWarnings'), tool(TSC), bundleCommand()]);
  if (!made[0].faults.length) writeGamePage();
  cpSync('components/shared/presets', 'dist/presets', {recursive: true});
  const described = await tool('cem analyze --config scripts/build/manifest.config.mjs');
  const typed = await tool('node scripts/build/typings/write-typings.mjs');
  writeIntegrity();
  const faults = [...made, described, typed].flatMap(result => result.faults);
  // Dated by the start of the build, so that a source that changes meanwhile is newer; missing after a failure.
  if (faults.length) rmSync(LAST_PRODUCT, {force: true});
  else utimesSync(LAST_PRODUCT, start, start);
  return {faults, summary: 'dist is new'};
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {faults, summary} = await build();
  console.log(faults.join('\n') || summary);
  process.exitCode = faults.length ? 1 : 0;
}
