import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {runStep} from './step.mjs';

const leave = (tally: object): string =>
  `require('node:fs').writeFileSync(process.env.TALLY_FILE, '${JSON.stringify(tally)}');`;

const run = (script: string, options = {}): ReturnType<typeof runStep> =>
  runStep({name: 'sample', args: ['-e', script], ...options});

describe('runStep', () => {
  it('reads the counts the command left', async () => {
    assert.deepEqual(await run(leave({passed: 3, failed: 0, skipped: 1})), {passed: 3, failed: 0, skipped: 1});
  });

  it('counts a command without a tally as one test', async () => {
    assert.deepEqual(await run('', {tally: false}), {passed: 1, failed: 0, skipped: 0});
    assert.deepEqual(await run('process.exit(1)', {tally: false}), {passed: 0, failed: 1, skipped: 0});
  });

  it('fails when the command crashes before it counted', async () => {
    assert.deepEqual(await run('throw new Error("crash")'), {passed: 0, failed: 1, skipped: 0});
  });

  it('fails when the command breaks after tests that passed', async () => {
    const counts = await run(`${leave({passed: 3, failed: 0, skipped: 0})} process.exit(1)`);

    assert.deepEqual(counts, {passed: 3, failed: 1, skipped: 0});
  });

  it('fails when nothing ran', async () => {
    assert.equal((await run(leave({passed: 0, failed: 0, skipped: 0}))).failed, 1);
  });

  it('ends a command that hangs, and what it started', async () => {
    const hang = `setInterval(() => {}, 1000); require('node:child_process').spawn('sleep', ['60'], {stdio: 'inherit'});`;

    assert.deepEqual(await run(hang, {minutes: 0.01}), {passed: 0, failed: 1, skipped: 0});
  });
});
