import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';

/** One test that passes, and one whose error cannot be passed to another process. */
const SAMPLE = `
  const {test} = require('node:test');
  test('passes', () => undefined);
  test('tells a function', () => require('node:assert').deepStrictEqual([], [() => undefined]));
`;

describe('The reporter of the tests in Node', () => {
  let folder: string;

  before(async () => (folder = await mkdtemp(join(tmpdir(), 'tally-'))));
  after(() => rm(folder, {recursive: true}));

  it('counts and tells a failure whose error does not come whole out of its process', async () => {
    const [file, tally] = [join(folder, 'sample.test.cjs'), join(folder, 'tally.json')];
    await writeFile(file, SAMPLE);
    const reporter = resolve('test/runner/node-tally.mjs');
    const env = {...process.env, TALLY_FILE: tally};
    delete (env as {NODE_TEST_CONTEXT?: string}).NODE_TEST_CONTEXT;

    const said = await new Promise<string>(resolve =>
      execFile(
        process.execPath,
        ['--test', `--test-reporter=${reporter}`, file],
        {env, timeout: 60_000},
        (_error, stdout) => resolve(stdout),
      ),
    );

    assert.match(said, /^FAILED tells a function .*\n +AssertionError .*Expected values to be strictly deep-equal/);
    assert.deepEqual(JSON.parse(await readFile(tally, 'utf8')), {passed: 1, failed: 1, skipped: 0});
  });
});
