import {spawnSync} from 'node:child_process';

import {STEPS} from './steps.mjs';

/* `npm run prove` runs the long proofs; `npm run prove -- simulation` those whose names contain one of the words. */
const SKIPPED = 77;
const words = process.argv.slice(2);
const chosen = STEPS.filter(({name}) => !words.length || words.some(word => name.includes(word)));
const counts = {passed: 0, failed: Number(!chosen.length), skipped: 0};

for (const step of chosen) {
  const started = performance.now();
  const {end, output} = prove(step);
  const seconds = Math.round((performance.now() - started) / 1000);
  counts[end]++;
  console.log(`${end.padEnd(7)} ${step.name} in ${seconds} s: ${step.command}`);
  if (output) console.log(output.replace(/^/gm, '        '));
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed ? 1 : 0;

function prove({command, env}) {
  const [program, ...args] = command.split(' ');
  const {status, stdout, stderr} = spawnSync(program === 'node' ? process.execPath : program, args, {
    encoding: 'utf8',
    env: {...process.env, ...env},
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return {end: 'passed', output: ''};
  return {end: status === SKIPPED ? 'skipped' : 'failed', output: `${stdout ?? ''}${stderr ?? ''}`.trim()};
}
