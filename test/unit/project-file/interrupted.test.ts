import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {type Ids, ProjectError} from '../../../src/admin/project-file/index.js';
import {apply, contentOf, EmptyProject, planOf, project} from './projects.js';

type Moment = 'before' | 'after';

/** A `fetch` that lets one write through, and fails: before the next one is sent, or when the answer is due. */
function failing(fetch: typeof globalThis.fetch, moment: Moment): {fetch: typeof fetch; applied: () => number} {
  let writes = 0;
  return {
    applied: () => writes,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'GET') return await fetch(request);
      if (writes === 1) throw new TypeError('fetch failed', {cause: {code: 'ECONNREFUSED'}});
      writes += 1;
      const response = await fetch(request);
      if (moment === 'after') throw new TypeError('fetch failed', {cause: {code: 'ECONNRESET'}});
      return response;
    },
  };
}

describe('An apply that is interrupted', () => {
  const empty = new EmptyProject();
  beforeEach(async () => await empty.reset());

  for (const moment of ['before', 'after'] as const)
    it(`stops at once, and ends in the same state when it is run again: ${moment} each write`, async () => {
      const expected = await contentOf(empty.admin, (await apply(empty.admin, project)).ids);
      await empty.reset();
      let ids: Ids = {};
      const saveIds = (saved: Ids): void => void (ids = saved);
      let stops = 0;

      for (let error: unknown = true; error !== undefined;) {
        const {fetch, applied} = failing(empty.fetch, moment);
        error = await apply(empty.adminOver(fetch), project, {ids, saveIds}).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error === undefined) break;
        assert.ok(error instanceof ProjectError, String(error));
        assert.match(error.message, /^Failed to (create|update) \w+ \w+: /);
        assert.equal(/Run it again/.test(error.message), moment === 'after');
        assert.equal(applied(), 1);
        assert.ok(++stops < 100, error.message);
      }

      assert.deepEqual(await contentOf(empty.admin, ids), expected);
      assert.deepEqual(await planOf(empty.admin, project, ids, true), []);
      assert.ok(stops > 25, String(stops));
    });
});
