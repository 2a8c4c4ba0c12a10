import assert from 'node:assert/strict';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {afterEach, describe, it} from 'node:test';

import {inFolders} from './folders.mjs';
import {runStep} from './step.mjs';

const SAMPLES = '.cache/sample-tests';
const TEST = "import {test, beforeEach} from 'node:test';\n";

/** Node's runner runs nothing inside of itself. */
const OUTERMOST = {NODE_TEST_CONTEXT: undefined, NODE_V8_COVERAGE: undefined};

/** A file may take so long here, milliseconds. */
const LONGEST_MS = 3_000;

/** What Node's runner counts when it runs these files, `folder/name` and content each, a process for each folder. */
function countsOf(samples: Readonly<Record<string, string>>): ReturnType<typeof runStep> {
  const files = Object.entries(samples).map(([path, text]) => {
    const file = `${SAMPLES}/${path}.test.mjs`;
    mkdirSync(file.slice(0, file.lastIndexOf('/')), {recursive: true});
    writeFileSync(file, TEST + text);
    return file;
  });
  const reporter = ['--test-reporter=./test/helpers/node-tally.mjs', '--test-reporter-destination=stdout'];
  const args = ['--test', ...reporter, ...inFolders(files, '.cache/sample-folders', LONGEST_MS)];
  return runStep({name: 'samples', args, env: OUTERMOST, minutes: 1});
}

describe('Test files in folders', () => {
  afterEach(() => rmSync(SAMPLES, {recursive: true, force: true}));

  it('share a process with those of their folder, and with no other', async () => {
    const counts = await countsOf({
      'a/one': "globalThis.left = 1; test('a', () => {});",
      'a/two': "test('b', () => { if (!globalThis.left) throw new Error('another process'); });",
      'b/three': "test('c', () => { if (globalThis.left) throw new Error('the same process'); });",
    });

    assert.deepEqual(counts, {passed: 3, failed: 0, skipped: 0});
  });

  it('have hooks of their own', async () => {
    const counts = await countsOf({
      'a/one':
        "let runs = 0; beforeEach(() => runs++); test('a', () => { if (runs !== 1) throw new Error(`${runs}`); });",
      'a/two': "beforeEach(() => { throw new Error('broken'); }); test('b', () => {});",
    });

    assert.deepEqual(counts, {passed: 1, failed: 1, skipped: 0});
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
      const {passed, failed} = await countsOf({
        'a/one': "test('a', () => {});",
        'a/two': text,
        'b/three': "test('c', () => {});",
      });

      assert.ok(failed > 0);
      assert.equal(passed, 2);
    });
});
