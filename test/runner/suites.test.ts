import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {allTestFiles, builtSuites, suitesOf} from './suites.mjs';

describe('The suites of tests', () => {
  it('run every test file once', () => {
    const suites: Record<string, string[]> = suitesOf(allTestFiles());

    assert.deepEqual(Object.values(suites).flat().sort(), allTestFiles());
    for (const [name, files] of Object.entries(suites)) assert.ok(files.length, name);
  });

  it('need no build for unit tests, whatever their folders are called', () => {
    const files = builtSuites.map(name => `test/unit/${name}/one.test.ts`);

    assert.deepEqual(suitesOf(files).node, files);
  });
});
