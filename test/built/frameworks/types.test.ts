import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {run} from '../package/pack.js';
import {installConsumers, type Consumer} from './consumer.js';

const program = (path: string): string => resolve('node_modules', path);

/** Each project is right, and has a file of mistakes in which every one is expected. */
const CHECKS = [
  {name: 'plain', file: 'mistakes.ts', args: [program('typescript/bin/tsc')]},
  {name: 'react', file: 'mistakes.tsx', args: [program('typescript/bin/tsc')]},
  {name: 'vue', file: 'Mistakes.vue', args: [program('vue-tsc/bin/vue-tsc.js')]},
  {
    name: 'svelte',
    file: 'Mistakes.svelte',
    args: [program('svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json'],
  },
];

describe('The types for frameworks', () => {
  let consumer: Consumer;

  before(async () => {
    consumer = await installConsumers(['plain', 'react', 'vue', 'svelte', 'angular']);
  });

  after(() => consumer?.remove());

  for (const {name, file, args} of CHECKS)
    it(`let the ${name} project pass, and refuse each of its mistakes`, async () => {
      await run(process.execPath, args, join(consumer.folder, name));

      assert.match(await readFile(join(consumer.folder, name, file), 'utf8'), /expect-error/);
    });

  it('let the angular project pass, and refuse what Angular can know to be wrong', async () => {
    const folder = join(consumer.folder, 'angular');

    const output = await faultsOf(
      run(process.execPath, [program('@angular/compiler-cli/bundles/src/bin/ngc.js')], folder),
    );

    const refused = [...output.matchAll(/^(\w+\.ts):(\d+):\d+ - error/gm)].map(([, file, line]) => `${file}:${line}`);
    assert.deepEqual(refused, await linesWith('refused', folder, 'mistakes.ts'));
  });
});

async function faultsOf(running: Promise<unknown>): Promise<string> {
  const error = await running.then(
    () => new Error(''),
    (thrown: Error) => thrown,
  );
  return stripVTControlCharacters(error.message);
}

async function linesWith(mark: string, folder: string, file: string): Promise<string[]> {
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
  return lines.flatMap((line, index) => (line.includes(mark) ? `${file}:${index + 1}` : []));
}
