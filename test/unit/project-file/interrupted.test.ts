import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {GROUP_NAMES, type Ids, ProjectError, type Step} from '../../../src/admin/project-file/index.js';
import {type Change, changes, changesOf} from './draws.js';
import {apply, contentOf, EmptyProject, planOf} from './projects.js';

const DRAWS = Number(process.env['INTERRUPTED_APPLIES'] ?? 8);
/** Where the changes are drawn from; a failure prints the path to its own. */
const SEED = Number(process.env['INTERRUPTED_APPLIES_SEED'] ?? 21);

/** Whether a request fails before it is sent, or when its answer is due. */
const MOMENTS = ['before', 'after'] as const;
type Moment = (typeof MOMENTS)[number];

/** Lets so many writes through, and then fails. Those that were carried out are added to `sent`. */
function failing(fetch: typeof globalThis.fetch, most: number, moment: Moment, sent: string[]): typeof fetch {
  let writes = 0;
  return async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'GET') return await fetch(request);
    if (writes === most) throw new TypeError('fetch failed', {cause: {code: 'ECONNREFUSED'}});
    writes += 1;
    sent.push(`${request.method} ${new URL(request.url).pathname}`);
    const response = await fetch(request);
    if (moment === 'after') throw new TypeError('fetch failed', {cause: {code: 'ECONNRESET'}});
    return response;
  };
}

describe('An apply that is interrupted at each write', () => {
  const empty = new EmptyProject();
  const seen = new Set<string>();

  /** Runs it again and again; each run gets one write further than the one before. */
  async function applyInPieces({to, prune}: Change, before: Ids, moment: Moment) {
    const sent: string[] = [];
    const steps: Step[] = [];
    let ids = before;
    const saveIds = (saved: Ids): void => void (ids = saved);
    const onStep = (step: Step): void => void steps.push(step);
    for (let stops = 0; ; stops += 1) {
      const admin = empty.adminOver(failing(empty.fetch, 1, moment, sent));
      const error = await apply(admin, to, {ids, prune, saveIds, onStep}).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error === undefined) return {sent, steps, ids, stops};
      assert.ok(error instanceof ProjectError, String(error));
      assert.match(error.message, /^Failed to (create|update|delete) \w+ [\w-]+: /);
      assert.equal(/Run it again/.test(error.message), moment === 'after');
      assert.ok(stops < 100, error.message);
    }
  }

  async function startFrom({from}: Change): Promise<Ids> {
    await empty.reset();
    return (await apply(empty.admin, from)).ids;
  }

  async function check(change: Change): Promise<void> {
    const {to, prune} = change;
    const wholeSent: string[] = [];
    const watched = empty.adminOver(failing(empty.fetch, Infinity, 'before', wholeSent));
    const whole = await apply(watched, to, {ids: await startFrom(change), prune});
    const expected = await contentOf(empty.admin, whole.ids);
    for (const {action, group} of whole.steps) seen.add(`${action} ${group}`);

    for (const moment of MOMENTS) {
      const {sent, steps, ids, stops} = await applyInPieces(change, await startFrom(change), moment);

      assert.deepEqual(await contentOf(empty.admin, ids), expected);
      assert.deepEqual(await planOf(empty.admin, to, ids, prune), []);
      assert.equal(stops, Math.max(0, sent.length - (moment === 'before' ? 1 : 0)));
      assert.deepEqual(sent.filter(isCreation).sort(), wholeSent.filter(isCreation).sort());
      const said = steps.filter(isOnce).map(nameOf);
      assert.deepEqual(said, [...new Set(said)]);
    }
  }

  for (const name of GROUP_NAMES)
    it(`ends as the file says, makes nothing twice and says so: ${name}`, async () => {
      for (const change of changesOf(name)) await check(change);

      const wanted = name === 'upsell' || name === 'coupon_campaigns' ? ['create'] : ['create', 'update', 'delete'];
      for (const action of wanted) assert.ok(seen.has(`${action} ${name}`), action);
    });

  it('does so for drawn changes of several groups', async () => {
    await fc.assert(fc.asyncProperty(changes, check), {numRuns: DRAWS, seed: SEED, includeErrorInReport: true});
  });
});

function isCreation(request: string): boolean {
  return request.startsWith('POST');
}

/** What the log may say once of a record; an update may be said twice, of two of its parts. */
function isOnce({action}: Step): boolean {
  return action !== 'update';
}

function nameOf({action, group, name}: Step): string {
  return `${action} ${group} ${name}`;
}
