import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {readText} from './markdown.js';

type Ledger = {figures: Readonly<Record<string, {gzip: number}>>};

const {figures} = JSON.parse(readFileSync('scripts/checks/sizes.json', 'utf8')) as Ledger;
const readme = readText('README.md');

/** How much more than it is a document may call a size, KiB: nobody should have to edit it for a few bytes. */
const ROUNDED_UP = 2;

describe('The sizes of the README', () => {
  for (const [figure, sentence] of [
    ['everything, ES module', /Everything is (\d+) KiB/],
    ['clan-contributors by script tag', /the board alone is (\d+) KiB/],
  ] as const)
    it(`are not smaller than those of the ledger: ${figure}`, () => {
      const named = Number(sentence.exec(readme.replace(/\s+/g, ' '))?.[1]);
      const actual = figures[figure]!.gzip / 1024;
      assert.ok(named >= actual && named < actual + ROUNDED_UP, `the README says ${named}, the ledger ${actual}`);
    });
});
