import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  GROUP_NAMES,
  type Ids,
  ProjectError,
  type ProjectFile,
  type Step,
} from '../../../src/admin/project-file/index.js';
import {type Change, changes, filesOf} from './draws.js';
import {apply, EmptyProject, planOf} from './projects.js';

const DRAWS = Number(process.env['INTERRUPTED_APPLIES'] ?? 2);
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

function recording(fetch: typeof globalThis.fetch, answers: string[]): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    answers.push(await response.clone().text());
    return response;
  };
}

/** What one apply did, however many runs it took. */
type Applied = {
  readonly ids: Ids;
  readonly steps: readonly Step[];
  readonly sent: readonly string[];
  readonly stops: number;
};

describe('An apply that is interrupted at each write', () => {
  const empty = new EmptyProject();

  async function applyWhole(file: ProjectFile, prune: boolean, before: Ids): Promise<Applied> {
    const sent: string[] = [];
    const admin = empty.adminOver(failing(empty.fetch, Infinity, 'before', sent));
    return {...(await apply(admin, file, {ids: before, prune})), sent, stops: 0};
  }

  /** Runs it again and again; each run gets one write further than the one before. */
  async function applyInPieces(file: ProjectFile, prune: boolean, before: Ids, moment: Moment): Promise<Applied> {
    const [sent, steps]: [string[], Step[]] = [[], []];
    let ids = before;
    const saveIds = (saved: Ids): void => void (ids = saved);
    const onStep = (step: Step): void => void steps.push(step);
    for (let stops = 0; ; stops += 1) {
      const admin = empty.adminOver(failing(empty.fetch, 1, moment, sent));
      const error = await apply(admin, file, {ids, prune, saveIds, onStep}).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error === undefined) return {ids, steps, sent, stops};
      assert.ok(error instanceof ProjectError, String(error));
      assert.match(error.message, /^Failed to (create|update|delete) \w+ [\w-]+: /);
      assert.equal(/Run it again/.test(error.message), moment === 'after');
      assert.ok(stops < 100, error.message);
    }
  }

  /** Applies one file after the other, and returns what each did, and all that the server then answers. */
  async function walk(files: readonly ProjectFile[], prune: boolean, moment?: Moment) {
    await empty.reset();
    const stages: (Applied & {readonly answers: readonly string[]})[] = [];
    for (const file of files) {
      const ids = stages.at(-1)?.ids ?? {};
      const applied = await (moment ? applyInPieces(file, prune, ids, moment) : applyWhole(file, prune, ids));
      const answers: string[] = [];
      const admin = empty.adminOver(recording(empty.fetch, answers));
      assert.deepEqual(await planOf(admin, file, applied.ids, prune), []);
      stages.push({...applied, answers});
    }
    return stages;
  }

  /** Returns what was done. */
  async function check(files: readonly ProjectFile[], prune: boolean): Promise<readonly string[]> {
    const whole = await walk(files, prune);
    for (const moment of MOMENTS)
      for (const [index, {answers, sent, steps, stops}] of (await walk(files, prune, moment)).entries()) {
        assert.deepEqual(answers, whole[index]?.answers);
        assert.deepEqual(sent.filter(isCreation).sort(), whole[index]?.sent.filter(isCreation).sort());
        assert.equal(stops, Math.max(0, sent.length - (moment === 'before' ? 1 : 0)));
        const said = steps.filter(isOnce).map(nameOf);
        assert.deepEqual(said, [...new Set(said)]);
      }
    return whole.flatMap(({steps}) => steps.map(({action, group}) => `${action} ${group}`));
  }

  for (const name of GROUP_NAMES)
    it(`ends as the file says, makes nothing twice and says so: ${name}`, async () => {
      const done = await check(filesOf(name), true);

      const isLasting = name === 'upsell' || name === 'coupon_campaigns';
      for (const action of isLasting ? ['create'] : ['create', 'update', 'delete'])
        assert.ok(done.includes(`${action} ${name}`), action);
    });

  it('does so for drawn changes of several groups', async () => {
    const checkChange = async ({from, to, prune}: Change): Promise<void> => void (await check([from, to], prune));
    await fc.assert(fc.asyncProperty(changes, checkChange), {numRuns: DRAWS, seed: SEED, includeErrorInReport: true});
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
