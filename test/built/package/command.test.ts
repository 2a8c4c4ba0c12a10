import assert from 'node:assert/strict';
import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, describe, it, type TestContext} from 'node:test';

import {blockOf} from '../../unit/sandbox/support/documented.js';
import {pack, run, type Packed} from './pack.js';

const LONGEST_MS = 60_000;

type Outcome = {code: number; stdout: string; stderr: string};

/** Installed without its dependencies: the command has to do with what is in its one file. */
describe('The command of the packed package', () => {
  let packed: Packed;
  let home: string;
  const installed = (...path: string[]): string => join(home, 'node_modules/liveops-elements', ...path);

  before(async () => {
    packed = await pack();
    home = join(packed.folder, 'home');
    await mkdir(installed(), {recursive: true});
    await run('tar', ['-xzf', packed.tarball, '-C', installed(), '--strip-components=1']);
    await writeFile(join(home, 'package.json'), '{"private": true, "type": "module"}');
    await writeFile(join(home, 'seed.json'), blockOf('json seed'));
  });

  after(() => packed?.remove());

  function start(t: TestContext, ...words: string[]): ChildProcess {
    const command = spawn(process.execPath, [installed('dist/command.js'), ...words], {cwd: home, stdio: 'pipe'});
    t.after(() => command.kill('SIGKILL'));
    return command;
  }

  async function outcome(...words: string[]): Promise<Outcome> {
    return await new Promise(resolve => {
      const options = {cwd: home, timeout: LONGEST_MS, killSignal: 'SIGKILL'} as const;
      execFile(process.execPath, [installed('dist/command.js'), ...words], options, (error, stdout, stderr) => {
        resolve({code: Number(error?.code ?? 0), stdout, stderr});
      });
    });
  }

  it('is what npm links, and says so in its first line', async () => {
    const {bin} = JSON.parse(await readFile(installed('package.json'), 'utf8')) as {bin: Record<string, string>};
    const text = await readFile(installed(bin['liveops-elements'] ?? ''), 'utf8');

    assert.ok(text.startsWith('#!/usr/bin/env node\n'));
  });

  it('prints the package’s version and its help', async () => {
    const {version} = JSON.parse(await readFile('package.json', 'utf8')) as {version: string};

    assert.deepEqual(await outcome('--version'), {code: 0, stdout: `${version}\n`, stderr: ''});
    assert.match((await outcome('sandbox', '--help')).stdout, /--seed/);
  });

  it('ends with 2 and one line on a command or an option it does not know', async () => {
    for (const [words, name] of [
      [['sandbax'], /^.*'sandbax'.*\n$/],
      [['sandbox', '--prot', '1'], /^.*'--prot'.*\n$/],
    ] as const) {
      const {code, stdout, stderr} = await outcome(...words);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, name);
    }
  });

  it('ends with 1 and one line on a port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const {port} = taken.address() as AddressInfo;

    const {code, stderr} = await outcome('sandbox', '--port', String(port));
    taken.close();

    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`^.*port ${port} is in use.*\n$`));
  });

  it('serves the documented seed until it is interrupted', {timeout: LONGEST_MS}, async t => {
    const sandbox = start(t, 'sandbox', '--port', '0', '--seed', 'seed.json');
    const lines = createInterface(sandbox.stdout!)[Symbol.asyncIterator]();
    const address = String((await lines.next()).value);
    const example = String((await lines.next()).value);
    const [, Authorization = '', url = ''] = /^Try: curl -H 'Authorization: (.+)' (.+)$/.exec(example) ?? [];

    const {items} = (await (await fetch(url, {headers: {Authorization}})).json()) as {items: {name: string}[]};
    sandbox.kill('SIGINT');

    assert.match(address, /^LiveOps sandbox: http:\/\/127\.0\.0\.1:\d+\/api$/);
    assert.deepEqual(
      items.map(({name}) => name),
      ['Summer'],
    );
    assert.deepEqual(await once(sandbox, 'exit'), [0, null]);
  });

  it('names the place of a mistake in a seed', async () => {
    const seed = blockOf('json seed').replace('"amount": 100', '"amount": 0');
    await writeFile(join(home, 'wrong.json'), seed);

    const {code, stderr} = await outcome('sandbox', '--seed', 'wrong.json');

    const mistake = 'wrong.json: chains[0].steps[0].price.amount must be a whole number from 1';
    assert.deepEqual([code, stderr], [1, `liveops-elements: ${mistake}\n`]);
  });

  it('comes with the schema that the documented seed points to', async () => {
    const {$schema} = JSON.parse(blockOf('json seed')) as {$schema: string};

    assert.equal(
      await readFile(join(home, $schema), 'utf8'),
      await readFile('demo/sandbox/seed/schema/seed.json', 'utf8'),
    );
  });

  it('pulls a project to a file with its schema, and finds no difference', {timeout: LONGEST_MS}, async t => {
    const sandbox = start(t, 'sandbox', '--port', '0');
    const lines = createInterface(sandbox.stdout!)[Symbol.asyncIterator]();
    const {port} = new URL(String((await lines.next()).value).replace('LiveOps sandbox: ', ''));

    const pulled = await outcome('pull', '--sandbox', '--port', port);
    const planned = await outcome('plan', '--sandbox', '--check', '--port', port);

    assert.match(pulled.stdout, /^liveops\.yaml: .* 5 coupons, /);
    assert.deepEqual([planned.code, planned.stdout], [0, 'The project is as the file says.\n']);
    const [, schema = ''] = /\$schema=(\S+)/.exec(await readFile(join(home, 'liveops.yaml'), 'utf8')) ?? [];
    assert.match(await readFile(join(home, schema), 'utf8'), /"title": "The settings of a LiveOps project"/);
  });

  it('serves the documented test of another team', async () => {
    await writeFile(join(home, 'clan.test.js'), blockOf('js'));

    const {stdout} = await run(process.execPath, ['--test', '--test-reporter=tap', 'clan.test.js'], home);

    assert.match(stdout, /^# pass 1$/m);
  });

  it('is in no file a browser loads', async () => {
    const parts = /sandbox\/images|honojs|node:http/;
    const scripts = packed.files.filter(file => file.endsWith('.js') && file !== 'dist/command.js');

    assert.match(await readFile(installed('dist/command.js'), 'utf8'), parts);
    assert.ok(scripts.includes('dist/liveops-elements.iife.js') && scripts.includes('dist/index.js'));
    for (const script of scripts) assert.doesNotMatch(await readFile(installed(script), 'utf8'), parts, script);
  });
});
