import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {copyFile, link, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, sep} from 'node:path';
import {PassThrough} from 'node:stream';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {WriteStream} from 'node:tty';
import {promisify} from 'node:util';
import {parse} from 'yaml';
import {type ProjectFile, pullProject} from '../../../src/admin/project-file/index.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {adminOf, PROJECT, project, startEmptySandbox} from '../project-file/projects.js';
import {type Outcome, runHere} from './run-here.js';

/** Three groups are enough where the others would add nothing. */
const few: ProjectFile = Object.fromEntries(
  (['coupons', 'rules', 'coupon_campaigns'] as const).map(name => [name, project[name]]),
);

describe('The commands pull, plan and apply', () => {
  let sandbox: SandboxControl;
  let folder: string;
  before(async () => {
    sandbox = await startEmptySandbox();
    folder = await mkdtemp(join(tmpdir(), 'project-file-'));
  });
  beforeEach(async () => {
    await sandbox.reset();
    await rm(folder, {recursive: true});
    await mkdir(folder);
    await writeFile(join(folder, 'liveops.yaml'), JSON.stringify(project));
  });
  after(async () => {
    await sandbox.close();
    await rm(folder, {recursive: true});
  });

  /** Files are named by their whole path. */
  const run = async (line: string, env: NodeJS.ProcessEnv = {}, screen?: WriteStream): Promise<Outcome> => {
    const [command = '', ...rest] = line.split(' ');
    const words = rest[0]?.startsWith('-') ? ['liveops.yaml', ...rest] : rest;
    const [file = '', ...options] = words;
    const port = {PORT: new URL(sandbox.url).port};
    const outcome = await runHere([command, join(folder, file), ...options], {...port, ...env}, screen);
    const shortened = (text: string): string => text.replaceAll(folder + sep, '');
    return {...outcome, stdout: shortened(outcome.stdout), stderr: shortened(outcome.stderr)};
  };
  const here = `--project ${PROJECT}`;
  const text = async (name = 'liveops.yaml'): Promise<string> => await readFile(join(folder, name), 'utf8');

  it('make the project as the file says, and then find nothing to do', async () => {
    const planned = await run(`plan ${here}`);
    assert.match(planned.stdout, /^\+ value_points honour\n[^]*\+ promotions christmas\n13 to create\.\n$/);
    assert.equal(planned.stderr, `Project ${PROJECT} on the sandbox\n`);

    const applied = await run(`apply ${here}`);

    assert.deepEqual(
      [applied.code, applied.stdout.split('\n').slice(0, 2)],
      [0, ['created value_points honour', 'created reward_chains siege']],
    );
    assert.match(applied.stdout, /\nupdated bonuses gift\nThe project is as liveops\.yaml says\.\n$/);
    assert.equal((await adminOf(sandbox).coupons.get('winter')).is_enabled, true);
    assert.match(await text('liveops.yaml.lock.json'), /"the sandbox 7": \{[^]*"siege": \d+/);
    assert.equal((await run(`plan --check ${here}`)).stdout, 'The project is as the file says.\n');
    assert.equal((await run(`apply ${here}`)).stdout, 'Nothing to do.\n');
  });

  it('find a difference, say what it is, and fail with --check', async () => {
    await writeFile(join(folder, 'liveops.yaml'), JSON.stringify(few));
    await run(`apply ${here}`);
    await adminOf(sandbox).coupons.change('winter', current => ({...current, bonus: [{sku: 'gem', quantity: 9}]}));
    await adminOf(sandbox).coupons.deactivate('winter');

    const {code, stdout} = await run(`plan --check ${here}`);

    assert.equal(code, 1);
    assert.equal(
      stdout,
      '~ coupons winter\n    bonus[0].quantity: 9 → 5\n    is_enabled: false → true\n1 to update.\n',
    );
    assert.equal((await run(`plan ${here}`)).code, 0);
  });

  it('delete what the file does not have only with --prune', async () => {
    await writeFile(join(folder, 'liveops.yaml'), JSON.stringify(few));
    await run(`apply ${here}`);
    await writeFile(join(folder, 'liveops.yaml'), 'coupons: []\nrules: []\n');

    const kept = await run(`plan --check ${here}`);
    assert.deepEqual(
      [kept.code, kept.stdout],
      [0, 'The project is as the file says.\n2 not in the file; --prune deletes them.\n'],
    );
    assert.match((await run(`plan --prune ${here}`)).stdout, /^- rules \d+\n- coupons winter\n2 to delete\.\n$/);
    assert.match((await run(`apply --prune ${here}`)).stdout, /^deleted rules \d+\ndeleted coupons winter\n/);
  });

  it('write YAML and JSON that mean the same, and again the same after an apply elsewhere', async () => {
    await run(`apply ${here}`);

    const pulled = await run(`pull ${here}`);
    assert.match(
      pulled.stdout,
      /^liveops\.yaml: 1 value_points, 1 reward_chains, 1 daily_chains, .* 1 rules, 1 upsell, 1 coupon_campaigns, 1 promotions\n$/,
    );
    const yaml = await text();
    assert.match(yaml, /^# yaml-language-server: \$schema=\S+\nvalue_points:\n {2}- sku: honour\n/);
    await copyFile(join(folder, 'liveops.yaml.lock.json'), join(folder, 'other.json.lock.json'));
    await run(`pull other.json ${here}`);
    assert.deepEqual(JSON.parse(await text('other.json')), parse(yaml));

    await sandbox.reset();
    await run(`apply ${here}`);
    await run(`pull ${here}`);

    assert.equal(await text(), yaml);
  });

  it('print JSON with --json, also when a step fails', async () => {
    const file: ProjectFile = {
      coupons: project.coupons ?? [],
      promo_codes: [{...project.promo_codes?.[0], codes: ['ICE']}],
    };
    await writeFile(join(folder, 'liveops.yaml'), JSON.stringify(file));

    const {steps} = JSON.parse((await run(`plan --json ${here}`)).stdout) as {steps: {name: string}[]};
    assert.deepEqual(
      steps.map(({name}) => name),
      ['winter', 'ten'],
    );
    const failed = await run(`apply --json ${here}`);

    const report = JSON.parse(failed.stdout) as {steps: {name: string}[]; error: string};
    assert.deepEqual([failed.code, report.steps.map(({name}) => name)], [1, ['winter']]);
    assert.match(report.error, /^Failed to create promo_codes ten: .*already exists/);
    assert.match(
      failed.stderr,
      /^liveops-elements: Failed to create promo_codes ten: .* 1 made before; it can be run again\.\n$/,
    );
  });

  it('replace the lock file in one piece, so that nobody finds half of it', async () => {
    await writeFile(join(folder, 'liveops.yaml'), JSON.stringify(few));
    const lock = join(folder, 'liveops.yaml.lock.json');
    await writeFile(lock, '{}');
    await link(lock, join(folder, 'before.json'));

    await run(`apply ${here}`);

    assert.equal(await text('before.json'), '{}');
    assert.match(await text('liveops.yaml.lock.json'), /"axes": \d+/);
    assert.deepEqual((await readdir(folder)).sort(), ['before.json', 'liveops.yaml', 'liveops.yaml.lock.json']);
  });

  it('draw a bar on a terminal while they read and make steps, and none with --json', async () => {
    await writeFile(join(folder, 'liveops.yaml'), JSON.stringify(few));
    const drawn = (screen: PassThrough): string => String(screen.read() ?? '');
    const screen = Object.assign(new PassThrough(), {isTTY: true, columns: 80});

    const {stdout} = await run(`apply ${here}`, {}, screen as unknown as WriteStream);

    const bar = drawn(screen);
    assert.match(bar, /\d+\/13 reading /);
    assert.match(bar, /3\/3 steps/);
    assert.match(stdout, /^created coupons winter\n/);
    await run(`plan --json ${here}`, {}, screen as unknown as WriteStream);
    assert.equal(drawn(screen), '');
  });

  it('refuse a wrong file in one line, before anything is sent', async () => {
    const before = await sandbox.readLog();
    for (const [content, message] of [
      ['coupons: {}', 'liveops.yaml: `coupons` must be a list.'],
      [
        'coupons: [',
        'liveops.yaml: Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 11',
      ],
      ['coupons: []\ncoupons: []', 'liveops.yaml: Map keys must be unique at line 2, column 1'],
    ] as const) {
      await writeFile(join(folder, 'liveops.yaml'), content);
      const {code, stderr} = await run(`apply --json ${here}`);
      assert.deepEqual([code, stderr], [1, `liveops-elements: ${message}\n`]);
    }
    await writeFile(join(folder, 'wrong.json'), '{"coupons": [}');
    assert.match((await run(`plan wrong.json --json ${here}`)).stderr, /^liveops-elements: wrong\.json: .*JSON.*\n$/);
    assert.match((await run(`plan missing.yaml ${here}`)).stderr, /no such file/);
    await writeFile(join(folder, 'liveops.yaml.lock.json'), '{');
    await writeFile(join(folder, 'liveops.yaml'), 'rules: []\n');
    assert.match((await run(`plan ${here}`)).stderr, /liveops\.yaml\.lock\.json is not JSON/);
    assert.deepEqual(await sandbox.readLog(), before);
  });

  it('say what no call deletes', async () => {
    await writeFile(join(folder, 'liveops.yaml'), JSON.stringify(few));
    await run(`apply ${here}`);
    await writeFile(join(folder, 'liveops.yaml'), 'coupon_campaigns: []\nrules: []\n');

    const lines = (await run(`plan --prune ${here}`)).stdout.split('\n');

    assert.match(lines[0] ?? '', /^- rules \d+$/);
    assert.deepEqual(lines.slice(1), ['1 to delete.', '1 not in the file; no call deletes them.', '']);
    assert.match((await run(`apply --prune ${here}`)).stdout, /^deleted rules \d+\nThe project is as/);
  });

  it('work without the company as far as its calls are not needed', async () => {
    const env = {XSOLLA_API_KEY: 'sandbox-api-key'};
    const {coupon_campaigns: _, promotions: __, ...rest} = project;
    await writeFile(join(folder, 'liveops.yaml'), JSON.stringify({coupon_campaigns: []}));

    const {code, stderr} = await run(`plan ${here}`, env);

    assert.equal(code, 1);
    assert.match(
      stderr,
      /`coupon_campaigns` needs the company's id in XSOLLA_MERCHANT_ID, and a key for its projects\.\n$/,
    );
    const known = await pullProject({...adminOf(sandbox), company: undefined}, {});
    assert.deepEqual(
      Object.keys(known.file).sort(),
      Object.keys(rest)
        .filter(name => name !== 'upsell')
        .sort(),
    );
  });

  it('are a process that ends with the exit code', async () => {
    const imports = ['--import', join(process.cwd(), 'test/runner/typescript.mjs')];
    const script = [...imports, join(process.cwd(), 'test/unit/command/from-sources.ts')];
    const {XSOLLA_API_KEY: _, XSOLLA_PROJECT_ID: __, ...others} = process.env;
    const env = {...others, PORT: new URL(sandbox.url).port};

    const ended = promisify(execFile)(process.execPath, [...script, 'plan', '--check', ...here.split(' ')], {
      cwd: folder,
      env,
    });

    await assert.rejects(ended, ({code, stdout, stderr}: Outcome) => {
      assert.deepEqual([code, stderr], [1, `Project ${PROJECT} on the sandbox\n`]);
      assert.match(stdout, /\n13 to create\.\n$/);
      return true;
    });
  });

  it('say when there is no sandbox', async () => {
    const {code, stderr} = await run(`plan ${here} --port 1`);

    assert.deepEqual([code, stderr.split('\n').slice(-2)], [1, ['liveops-elements: Xsolla cannot be reached.', '']]);
  });
});
