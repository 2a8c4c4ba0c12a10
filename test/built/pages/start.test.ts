import assert from 'node:assert/strict';
import {spawn, type ChildProcessByStdio} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer, type AddressInfo, type Server} from 'node:net';
import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';
import {describe, it} from 'node:test';

type Command = ChildProcessByStdio<null, Readable, Readable>;

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const close = (server: Server): Promise<unknown> => new Promise(resolve => server.close(resolve));

/** A port that is free, as is the one after it. */
async function freePair(): Promise<number> {
  const first = await listen(0);
  const {port} = first.address() as AddressInfo;
  const second = await listen(port + 1).catch(() => undefined);
  await close(first);
  if (!second) return freePair();
  await close(second);
  return port;
}

/** What `npm start` runs once it has built; a build now would take the files from under the other tests. */
function start(port: number | string): Command {
  const env = {...process.env, PORT: String(port)};
  return spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function firstLines({stdout}: Command, count: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface(stdout)) if (lines.push(line) === count) break;
  return lines;
}

async function failure(command: Command): Promise<{code: number; text: string}> {
  let text = '';
  command.stderr.on('data', (chunk: Buffer) => (text += String(chunk)));
  const [code] = (await once(command, 'close')) as [number];
  return {code, text};
}

describe('npm start', () => {
  it('builds, and starts what is tested here', async () => {
    const {scripts} = JSON.parse(await readFile('package.json', 'utf8')) as {scripts: Record<string, string>};

    assert.equal(scripts['start'], 'npm run build && node --import tsx demo/start.ts');
  });

  it('prints both addresses, serves both, and ends on SIGTERM', async () => {
    const port = await freePair();
    const command = start(port);

    const [demo, sandbox] = await firstLines(command, 2);
    assert.match(demo!, new RegExp(`http://127\\.0\\.0\\.1:${port}/$`));
    assert.match(sandbox!, new RegExp(`http://127\\.0\\.0\\.1:${port + 1}/api$`));
    const page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
    const token = await fetch(`http://127.0.0.1:${port}/session-token`);
    assert.match(page, /<liveops-clan-contributors/);
    assert.equal(typeof ((await token.json()) as {token: unknown}).token, 'string');

    command.kill('SIGTERM');
    assert.deepEqual(await once(command, 'exit'), [0, null]);
  });

  it('says that a port is taken, whichever of the two it is', async () => {
    for (const offset of [0, 1]) {
      const port = await freePair();
      const other = await listen(port + offset);

      const {code, text} = await failure(start(port));

      await close(other);
      assert.equal(code, 1);
      assert.match(text, /port is in use.*PORT/i);
    }
  });

  it('refuses a PORT that is none', async () => {
    for (const port of ['many', '65535', '-1']) {
      const {code, text} = await failure(start(port));

      assert.equal(code, 1);
      assert.match(text, /PORT must be/);
    }
  });
});
