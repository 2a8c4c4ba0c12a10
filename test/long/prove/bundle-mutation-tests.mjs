import {readdirSync} from 'node:fs';

import {build} from 'esbuild';

import {FOLDERS} from './mutated.mjs';

/*
 * Puts the tests that every mutant has to pass into one file, so that a run costs a mutant a fraction of a second and not
 * the time to start and to translate fifty files.
 */
/** A run that lasts longer has got stuck. */
const LONGEST_MS = 20_000;

/** Too slow for a thousand mutants. */
const LEFT_OUT = /(\.sandbox|every-failure)\.test\.ts$/;

const isUnit = name => name.endsWith('.test.ts') && !LEFT_OUT.test(name);
const files = FOLDERS.flatMap(folder =>
  readdirSync(`test/unit/${folder}`)
    .filter(isUnit)
    .map(name => `test/unit/${folder}/${name}`),
);

// Tests that wait for what never comes leave the loop empty, and the process would end as a success.
const guard = `
import {after} from 'node:test';
let isOver = false;
after(() => void (isOver = true));
process.on('exit', code => void (process.exitCode = code || (isOver ? 0 : 1)));
setTimeout(() => process.exit(1), ${LONGEST_MS}).unref();
`;

await build({
  stdin: {contents: [guard, ...files.map(file => `import './${file}';`)].join('\n'), resolveDir: '.'},
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  // The package calls its files free of side effects, and a test is nothing else.
  ignoreAnnotations: true,
  outfile: '.cache/mutation-tests.mjs',
});
