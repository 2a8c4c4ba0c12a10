import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {type Ids, ProjectError, type ProjectFile} from '../../../src/admin/project-file/index.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {adminOf, apply, contentOf, project, startEmptySandbox} from './projects.js';

/** A `fetch` that fails at the nth write: before it is sent, or after it was applied. */
function failingAt(nth: number, moment: 'before' | 'after'): typeof fetch {
  let writes = 0;
  return async (input, init) => {
    const request = new Request(input, init);
    const isMeant = request.method !== 'GET' && ++writes === nth;
    if (isMeant && moment === 'before') throw new TypeError('fetch failed', {cause: {code: 'ECONNREFUSED'}});
    const response = await fetch(request);
    if (isMeant) throw new TypeError('fetch failed', {cause: {code: 'ECONNRESET'}});
    return response;
  };
}

describe('An apply that is interrupted', () => {
  let sandbox: SandboxControl;
  before(async () => (sandbox = await startEmptySandbox()));
  after(async () => await sandbox.close());

  for (const moment of ['before', 'after'] as const)
    it(`stops at once, and ends in the same state when it is run again: ${moment} each write`, async () => {
      await sandbox.reset();
      const whole = await apply(adminOf(sandbox), project);
      const expected: ProjectFile = await contentOf(adminOf(sandbox), whole.ids);
      let stops = 0;

      for (let nth = 1; ; nth += 1) {
        await sandbox.reset();
        let saved: Ids = {};
        const saveIds = (ids: Ids): void => void (saved = ids);
        const error = await apply(adminOf(sandbox, failingAt(nth, moment)), project, {saveIds}).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error === undefined) break;
        assert.ok(error instanceof ProjectError, String(error));
        assert.match(error.message, /^Failed to (create|update) \w+ \w+: /);
        assert.equal(/Run it again/.test(error.message), moment === 'after');
        const writes = (await sandbox.readLog()).filter(({method}) => method !== 'GET').length;
        assert.equal(writes, moment === 'after' ? nth : nth - 1);
        stops += 1;

        const {ids} = await apply(adminOf(sandbox), project, {ids: saved});

        assert.deepEqual(await contentOf(adminOf(sandbox), ids), expected, `write ${nth}`);
      }
      assert.ok(stops > 15, String(stops));
    });
});
