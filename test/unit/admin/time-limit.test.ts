import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {createAdmin, type ProjectAdmin} from '../../../src/admin/index.js';
import {backEnd, collect, errorOf, KEY, PROJECT} from './back-end.js';

const bonus = {name: {'en-US': 'x'}, condition: null, bonus: null};

describe('A call that takes longer than the limit', () => {
  const at = backEnd();
  const adminWith = (timeoutMs: number, fetch?: typeof globalThis.fetch): ProjectAdmin =>
    createAdmin({projectId: PROJECT, apiKey: KEY, storeBase: at.sandbox.apiBase, timeoutMs, fetch});

  it('ends in the middle of its body, too', async () => {
    await at.sandbox.setFaults([{path: '/api', fault: 'stall', bytes: 1}]);
    const admin = adminWith(50);

    assert.equal((await errorOf(collect(admin.bonuses.list()))).code, 'timeout');
    assert.equal((await errorOf(admin.bonuses.create(bonus))).code, 'outcome-unknown');
  });

  it('ends when memory is cleaned meanwhile', {timeout: 60_000}, async t => {
    await at.sandbox.setFaults([{path: '/api', fault: 'stall', bytes: 1}]);
    setFlagsFromString('--expose-gc');
    const cleaning = setInterval(runInNewContext('gc') as () => void, 10);
    t.after(() => clearInterval(cleaning));

    assert.equal((await errorOf(adminWith(500).bonuses.get(1))).code, 'timeout');
  });

  it('ends when the stand-in for fetch knows no signals, and lets go of its request', {timeout: 60_000}, async () => {
    let signal: AbortSignal | undefined;
    const admin = adminWith(50, async (_input, init) => {
      signal = init?.signal ?? undefined;
      return await new Promise<never>(() => undefined);
    });

    assert.equal((await errorOf(admin.bonuses.get(1))).code, 'timeout');
    assert.equal(signal?.aborted, true);
  });
});
