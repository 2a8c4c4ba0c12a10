import assert from 'node:assert/strict';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {after, before, describe, it, mock} from 'node:test';

import {inFolders} from './folders.mjs';
import {type Counts, runStep} from './step.mjs';

const SAMPLES = '.cache/sample-tests';
const TEST = "import {beforeEach, describe, it, test} from 'node:test';\n";

/** Node's runner does not run inside another run. */
const OUTERMOST = {NODE_TEST_CONTEXT: undefined, NODE_V8_COVERAGE: undefined};

/** The time limit of a test here. */
const LIMIT = {TEST_LIMIT_MS: '3000'};

let runs = 0;
const printed: string[] = [];

/**
 * The counts of Node's runner for these files (`folder/name` and content), with one process per folder; `said` is its
 * output.
 */
async function runSamples(
  samples: Readonly<Record<string, string>>,
  {limit = LIMIT, minutes = 1} = {},
): Promise<{counts: Counts; said: string}> {
  const name = `samples-${++runs}`;
  const files = Object.entries(samples).map(([path, text]) => {
    const file = `${SAMPLES}/${name}/${path}.test.mjs`;
    mkdirSync(file.slice(0, file.lastIndexOf('/')), {recursive: true});
    writeFileSync(file, TEST + text);
    return file;
  });
  const reporter = ['--test-reporter=./test/runner/node-tally.mjs', '--test-reporter-destination=stdout'];
  const runner = ['--import', './test/runner/typescript.mjs', '--test', ...reporter];
  const args = [...runner, ...inFolders(files, `.cache/sample-folders/${name}`)];
  const counts = await runStep({name, args, env: {...OUTERMOST, ...limit}, minutes});
  return {counts, said: printed.filter(line => line.startsWith(`${name}|`)).join('\n')};
}

// In parallel, since they mostly wait for a time limit.
describe('Test files in folders', {concurrency: 4}, () => {
  before(() => mock.method(console, 'log', (line: unknown) => void printed.push(String(line))));
  after(() => mock.restoreAll());
  after(() => rmSync(SAMPLES, {recursive: true, force: true}));

  it('share a process with those of their folder, and with no other', async () => {
    const {counts} = await runSamples({
      'a/one': "globalThis.left = 1; test('a', () => {});",
      'a/two': "test('b', () => { if (!globalThis.left) throw new Error('another process'); });",
      'b/three': "test('c', () => { if (globalThis.left) throw new Error('the same process'); });",
    });

    assert.deepEqual(counts, {passed: 3, failed: 0, skipped: 0});
  });

  it('have hooks of their own', async () => {
    const {counts} = await runSamples({
      'a/one':
        "let runs = 0; beforeEach(() => runs++); test('a', () => { if (runs !== 1) throw new Error(`${runs}`); });",
      'a/two': "beforeEach(() => { throw new Error('broken'); }); test('b', () => {});",
    });

    assert.deepEqual(counts, {passed: 1, failed: 1, skipped: 0});
  });

  it('end with their last test, also where that replaced the timers', async () => {
    const ended = "import {mock} from 'node:test'; test('a', () => mock.timers.enable());";

    const {counts} = await runSamples({'a/one': ended}, {limit: {TEST_LIMIT_MS: '60000'}, minutes: 0.5});

    assert.deepEqual(counts, {passed: 1, failed: 0, skipped: 0});
  });

  for (const [what, text] of Object.entries({
    'hold no test': '',
    'cannot be loaded': "import './missing.mjs';",
    'throw when they are loaded': "throw new Error('at once');",
    hang: `test('b', ({signal}) => new Promise(() => {
      const busy = setInterval(() => {}, 100);
      signal.addEventListener('abort', () => clearInterval(busy));
    }));`,
    'wait for what never comes': 'await new Promise(() => {});',
  }))
    it(`are failures where they ${what}, and the others count`, async () => {
      const {
        counts: {passed, failed},
      } = await runSamples({
        'a/one': "test('a', () => {});",
        'a/two': text,
        'b/three': "test('c', () => {});",
      });

      assert.ok(failed > 0);
      assert.equal(passed, 2);
    });

  for (const [what, {text, counts}] of Object.entries({
    'waits for ever': {
      text: "test('hangs', () => new Promise(() => {})); test('next', () => {});",
      counts: {passed: 2, failed: 1},
    },
    'waits for ever in a suite, and keeps the process alive': {
      text: "describe('s', () => { it('hangs', {concurrency: 1}, () => new Promise(() => setInterval(() => {}, 100))); it('next', () => {}); });",
      counts: {passed: 2, failed: 1},
    },
    'waits for ever in a hook': {
      text: "describe('s', () => { beforeEach(() => new Promise(() => {})); it('hangs', () => {}); }); test('next', () => {});",
      counts: {passed: 2, failed: 1},
    },
    'blocks its thread': {text: "test('hangs', () => { for (;;); });", counts: {passed: 1, failed: 1}},
    'leaves something open': {
      text: "test('a', () => void setInterval(() => {}, 100));",
      counts: {passed: 2, failed: 1},
    },
  }))
    it(`end a test that ${what}, and go on`, async () => {
      const {counts: found, said} = await runSamples({'a/one': text, 'b/two': "test('b', () => {});"});

      assert.deepEqual(found, {...counts, skipped: 0});
      assert.match(said, text.includes('hangs') ? /hangs/ : /left open by .*a\/one.* > a/);
    });
});
