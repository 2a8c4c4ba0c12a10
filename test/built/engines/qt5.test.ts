import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';

import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {AS_THE_STANDARD_SAYS} from '../bundle/features.js';
import {MISSING} from '../bundle/old-engine.js';
import {missing, QT5} from './engine.js';
import {showInQt5} from './qt5.js';
import {smokePage, type SmokeReport} from './smoke-page.js';

const lack = missing(QT5);

describe('The classic script from file:// in Chromium 87', {skip: process.env.CI ? false : (lack ?? false)}, () => {
  let sandbox: SandboxControl;
  let folder: string;
  let shown: {report: SmokeReport; errors: string[]};

  before(async () => {
    assert.equal(lack, undefined);
    sandbox = await startSandbox();
    folder = await mkdtemp(join(tmpdir(), 'qt5-'));
    const page = join(folder, 'page.html');
    await writeFile(page, await smokePage(sandbox));
    shown = await showInQt5<SmokeReport>(pathToFileURL(page).href);
  });

  after(async () => {
    await sandbox?.close();
    if (folder) await rm(folder, {recursive: true});
  });

  it('runs in the engine it is about', () => {
    assert.match(shown.report.userAgent, /Chrome\/87\./);
  });

  it('shows the contributors of the clan, the own row marked', () => {
    assert.deepEqual(shown.report.rows, [
      {rank: '1', name: 'winner', amount: '555', own: false},
      {rank: '2', name: 'Rocket', amount: '398', own: true},
      {rank: '3', name: 'MrJoe', amount: '201', own: false},
      {rank: '4', name: 'beginner', amount: '1', own: false},
    ]);
  });

  it('writes no error to the console', () => {
    assert.deepEqual(shown.errors, []);
  });

  it('adds what the engine lacks to the built-in objects, and nothing else', () => {
    const expected = ['AbortController.prototype.abort', ...MISSING];
    assert.deepEqual(shown.report.changedBuiltIns.sort(), expected);
  });

  it('adds it as the standard says', () => {
    assert.deepEqual(shown.report.features, JSON.parse(JSON.stringify(AS_THE_STANDARD_SAYS)));
  });
});
