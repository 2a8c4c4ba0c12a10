import assert from 'node:assert/strict';
import {execFile, spawn, type ChildProcessByStdio} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';
import {after, before, test, type TestContext} from 'node:test';
import {promisify} from 'node:util';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {runHere} from '../../command/run-here.js';

const ROOT = join(import.meta.dirname, '../../../..');
const COMMAND = ['--import', 'tsx', 'demo/sandbox/main.ts'];
const LONGEST_MS = 60_000;

let other: Sandbox;
before(async () => (other = await startSandbox({port: 0})));
after(async () => await other.close());

type Command = ChildProcessByStdio<null, Readable, null>;

function start(t: TestContext, port: string): Command {
  const env = {...process.env, PORT: port};
  const command = spawn(process.execPath, COMMAND, {cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit']});
  t.after(() => command.kill('SIGKILL'));
  return command;
}

async function firstLines({stdout}: Command): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface(stdout)) if (lines.push(line) === 2) break;
  return lines;
}

async function runProcess(port: string): Promise<{code?: number; stderr?: string}> {
  const env = {...process.env, PORT: port};
  const settings = {cwd: ROOT, env, timeout: LONGEST_MS, killSignal: 'SIGKILL'} as const;
  return await promisify(execFile)(process.execPath, COMMAND, settings).then(
    () => ({}),
    (error: {code: number; stderr: string}) => error,
  );
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(
    `the command prints its address and an example that works, and ends on ${signal}`,
    {timeout: LONGEST_MS},
    async t => {
      const command = start(t, '0');
      const [address, example = ''] = await firstLines(command);
      const [, Authorization = '', url = ''] = /^Try: curl -H 'Authorization: (.+)' (.+)$/.exec(example) ?? [];

      assert.match(address ?? '', /^LiveOps sandbox: http:\/\/127\.0\.0\.1:\d+\/api$/);
      assert.equal((await fetch(url, {headers: {Authorization}})).status, 200);
      command.kill(signal);
      assert.deepEqual(await once(command, 'exit'), [0, null]);
    },
  );
}

test('a port in use ends the command with one line', async () => {
  const {code, stderr} = await runProcess(String(other.port));

  const line = `liveops-elements: port ${other.port} is in use; choose another with --port or PORT\n`;
  assert.deepEqual([code, stderr], [1, line]);
});

test('a port that is no port, and an unknown option, end the command with one line', async () => {
  const hint = '(--help shows what there is)';

  const port = await runHere(['sandbox'], {PORT: 'eighty'});
  assert.equal(port.stderr, `liveops-elements: PORT must be a number from 0 to 65535, not 'eighty' ${hint}\n`);
  const option = await runHere(['sandbox', '--prot', '1'], {PORT: '0'});
  assert.equal(option.stderr, `liveops-elements: Unknown option '--prot' ${hint}\n`);
  assert.deepEqual([port.code, option.code], [2, 2]);
});

test('a seed that cannot be read ends the command with one line', async () => {
  const {code, stderr} = await runHere(['sandbox', '--seed', 'nowhere.json'], {PORT: '0'});

  assert.deepEqual([code, stderr], [1, 'liveops-elements: nowhere.json cannot be read (ENOENT)\n']);
});
