import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';
import {parse} from 'yaml';
import {runCommand} from '../../../demo/sandbox/command/run.js';
import {startSandbox} from '../../support/sandbox-node.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startEmptySandbox} from '../project-file/projects.js';
import {codeBlocks, readText} from './markdown.js';

type Job = {readonly env?: Record<string, string>; readonly steps: readonly {readonly run?: string}[]};
type Outcome = {readonly code: number; readonly stdout: string; readonly stderr: string};

const text = readText('docs/guide/ci.md');
const blocks = codeBlocks(text);
const jobs = blocks
  .filter(({lang}) => lang === 'yaml')
  .flatMap(block => Object.entries((parse(block.text) as {jobs: Record<string, Job>}).jobs));
/** The file of the guide that this page continues. */
const file = codeBlocks(readText('docs/guide/project-file.md')).find(({lang}) => lang === 'yaml')?.text ?? '';

/** The commands of a job that use a project, without the word `npx`. */
function commandsOf({steps}: Job): string[] {
  const lines = steps.flatMap(({run = ''}) => run.split('\n'));
  return lines.flatMap(line => /^npx (liveops-elements (?:pull|plan|apply).*)$/.exec(line.trim())?.[1] ?? []);
}

describe('docs/guide/ci.md', () => {
  let sandbox: SandboxControl;
  let empty: SandboxControl;
  let folder: string;
  before(async () => {
    [sandbox, empty] = await Promise.all([startSandbox(), startEmptySandbox()]);
    folder = await mkdtemp(join(tmpdir(), 'ci-'));
  });
  beforeEach(async () => {
    await Promise.all([sandbox.reset(), empty.reset()]);
    await rm(join(folder, 'liveops.yaml.lock.json'), {force: true});
    await writeFile(join(folder, 'liveops.yaml'), file);
  });
  after(async () => {
    await Promise.all([sandbox.close(), empty.close(), rm(folder, {recursive: true})]);
  });

  const run = async (command: string, {url} = sandbox, env: NodeJS.ProcessEnv = {}): Promise<Outcome> => {
    const lines = {stdout: '', stderr: ''};
    const [, action = '', ...options] = command.split(' ');
    const code = await runCommand([action, join(folder, 'liveops.yaml'), ...options], {
      version: '1.2.3',
      env: {PORT: new URL(url).port, ...env},
      terminal: {
        log: line => void (lines.stdout += `${line}\n`),
        error: line => void (lines.stderr += `${line}\n`),
        screen: undefined,
      },
    });
    return {code, ...lines};
  };

  it('has jobs whose commands end well on the sandbox, one after the other', async () => {
    assert.deepEqual(
      jobs.map(([name, job]) => [name, commandsOf(job).length]),
      [
        ['try', 2],
        ['apply', 2],
        ['drift', 1],
      ],
    );
    for (const [name, job] of jobs)
      for (const command of commandsOf(job))
        assert.deepEqual([name, command, (await run(command)).code], [name, command, 0]);
  });

  it('gives no key to the job of pull requests, and to the others what its table names', () => {
    const named = [...text.matchAll(/^\| `(XSOLLA_\w+)`/gm)].map(([, name]) => name);
    assert.deepEqual(
      jobs.map(([name, {env = {}}]) => [name, Object.keys(env)]),
      [
        ['try', []],
        ['apply', named],
        ['drift', named],
      ],
    );
    assert.doesNotMatch(jobs.map(([, job]) => commandsOf(job)).join(), /KEY/);
  });

  it('tells the exit codes', async () => {
    const codes = async (command: string): Promise<number> => (await run(`liveops-elements ${command}`)).code;
    const rows = [...text.matchAll(/^\| (\d) {4}\|/gm)].map(([, code]) => Number(code));
    assert.deepEqual(rows, [0, 1, 2]);

    assert.deepEqual([await codes('plan'), await codes('plan --check')], [0, 1]);
    assert.deepEqual([await codes('apply'), await codes('plan --check'), await codes('pull')], [0, 0, 0]);
    for (const command of ['plan', 'plan --check', 'apply', 'pull']) {
      assert.equal(await codes(`${command} --colour`), 2);
      assert.equal(await codes(`${command} --port 1`), 1);
    }
    await writeFile(join(folder, 'liveops.yaml'), 'coupons: {}\n');
    for (const command of ['plan', 'plan --check', 'apply']) assert.equal(await codes(command), 1);
  });

  it('tells a failure from a difference by stderr, and the server by its first line', async () => {
    const differs = await run('liveops-elements plan --check');
    assert.equal(differs.stderr, 'Project 44056 on the sandbox\n');
    const fails = await run('liveops-elements plan --check --port 1');
    assert.match(fails.stderr, /^Project 44056 on the sandbox\nliveops-elements: [^\n]+\n$/);
    const withoutSecret = await run('liveops-elements plan --check', sandbox, {XSOLLA_API_KEY: ''});
    assert.equal(withoutSecret.stderr, 'Project 44056 on the sandbox\n');
  });

  it('shows the JSON that the command prints', async () => {
    const shown: unknown = JSON.parse(blocks.find(({lang}) => lang === 'json')?.text ?? '');
    const {coupons} = parse(file) as {coupons: object};
    await writeFile(join(folder, 'liveops.yaml'), JSON.stringify({coupons}));

    const {stdout} = await run('liveops-elements plan --json --project 7', empty);

    assert.deepEqual(JSON.parse(stdout), shown);
    await writeFile(join(folder, 'liveops.yaml'), 'coupons: {}\n');
    assert.equal((await run('liveops-elements plan --json --project 7', empty)).stdout, '');
  });
});
