import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, open, readFile, rm, writeFile} from 'node:fs/promises';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createAdaptorServer} from '@hono/node-server';
import {LockFile} from '../../../demo/sandbox/command/project/files.js';
import type {ProjectFile} from '../../../src/admin/project-file/index.js';
import type {Change} from '../../unit/project-file/draws.js';
import {apply, contentOf, EmptyProject, PROJECT} from '../../unit/project-file/projects.js';

const COMMAND = join(process.cwd(), 'dist/command.js');
const SANDBOX = `the sandbox ${PROJECT}`;

/** When a process is killed: when its request of this number arrives, before or after it is carried out. */
export type Kill = {readonly request: number; readonly moment: 'before' | 'after'};

type Received = {readonly method: string; readonly path: string; readonly said: string};

/** What a run did: the requests that were carried out, each with what the log said when it arrived. */
type Run = {
  readonly received: readonly Received[];
  readonly said: string;
  readonly errors: string;
  readonly end: number | string | null;
};

/** What is left after an apply, however many runs it took. */
type Left = {readonly content: ProjectFile; readonly created: readonly string[]; readonly said: readonly string[]};

/** Processes of the command, and a server that kills them. Their log and their lock file are in one folder. */
export class KilledApply {
  readonly #empty = new EmptyProject();
  readonly #server: Server;
  #folder = '';
  #port = 0;
  #child: ChildProcess | undefined;
  #kill: Kill | undefined;
  #received: Received[] = [];

  constructor() {
    const fetch = async (request: Request): Promise<Response> => await this.#answer(request);
    this.#server = createAdaptorServer({fetch, overrideGlobalObjects: false}) as Server;
  }

  async open(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'killed-apply-'));
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#child?.kill('SIGKILL');
    this.#server.closeAllConnections();
    this.#server.close();
    await rm(this.#folder, {recursive: true, force: true});
  }

  /** The requests of an apply that nobody kills, and what it leaves. */
  async whole(change: Change): Promise<{readonly received: readonly Received[]; readonly left: Left}> {
    await this.#start(change);
    const run = await this.#run(change);
    assert.equal(run.end, 0, run.errors);
    return {received: run.received, left: await this.#left([run])};
  }

  /** Kills one, and runs it again: all must be as if it had not been killed. */
  async check(change: Change, kill: Kill, {received, left}: Awaited<ReturnType<KilledApply['whole']>>): Promise<void> {
    await this.#start(change);
    const killed = await this.#run(change, kill);
    assert.equal(killed.end, 'SIGKILL');
    assert.equal(killed.said, received[kill.request - 1]?.said);

    const second = await this.#run(change);

    assert.equal(second.end, 0, second.errors);
    const {content, created, said} = await this.#left([killed, second]);
    assert.deepEqual(content, left.content);
    assert.deepEqual(created, left.created);
    checkLog(said, left.said, kill);
  }

  async #start({from, to}: Change): Promise<void> {
    await this.#empty.reset();
    const {ids} = await apply(this.#empty.admin, from);
    await writeFile(this.#path('liveops.json'), JSON.stringify(to));
    await this.#lock.write(ids);
  }

  async #run({prune}: Change, kill?: Kill): Promise<Run> {
    this.#kill = kill;
    this.#received = [];
    const [log, errors] = await Promise.all([open(this.#path('log'), 'w'), open(this.#path('errors'), 'w')]);
    const words = [COMMAND, 'apply', 'liveops.json', '--project', String(PROJECT), ...(prune ? ['--prune'] : [])];
    const {XSOLLA_API_KEY: _, ...env} = process.env;
    this.#child = spawn(process.execPath, words, {
      cwd: this.#folder,
      env: {...env, PORT: String(this.#port)},
      stdio: ['ignore', log.fd, errors.fd],
    });
    const [code, signal] = (await once(this.#child, 'exit')) as [number | null, string | null];
    await Promise.all([log.close(), errors.close()]);
    const texts = {said: await this.#text('log'), errors: await this.#text('errors')};
    return {received: this.#received, ...texts, end: signal ?? code};
  }

  async #answer(request: Request): Promise<Response> {
    const {method, url, headers} = request;
    const body = await request.text();
    const isLast = this.#kill?.request === this.#received.length + 1;
    const isCarriedOut = !isLast || this.#kill?.moment === 'after';
    this.#received.push({
      method: isCarriedOut ? method : 'GET',
      path: new URL(url).pathname,
      said: await this.#text('log'),
    });
    const answer = isCarriedOut ? await this.#empty.fetch(url, {method, headers, body: body || null}) : undefined;
    if (!isLast && answer) return answer;
    this.#child?.kill('SIGKILL');
    return await new Promise(() => undefined);
  }

  async #left(runs: readonly Run[]): Promise<Left> {
    const creations = runs.flatMap(({received}) => received.filter(({method}) => method === 'POST'));
    return {
      content: await contentOf(this.#empty.admin, await this.#lock.read()),
      created: creations.map(({path}) => path).sort(),
      said: runs.flatMap(({said}) => said.split('\n').filter(line => /^(created|updated|deleted) /.test(line))),
    };
  }

  get #lock(): LockFile {
    return new LockFile(this.#path('liveops.json'), SANDBOX);
  }

  async #text(name: string): Promise<string> {
    return await readFile(this.#path(name), 'utf8');
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

/**
 * The log says of each record what was done, and never twice that it was created or deleted. Only a request whose answer
 * nobody saw may be missing.
 */
function checkLog(said: readonly string[], whole: readonly string[], {moment}: Kill): void {
  const once = said.filter(line => !line.startsWith('updated'));
  assert.deepEqual(once, [...new Set(once)]);
  const recordsOf = (lines: readonly string[]): string[] => [...new Set(lines.map(line => line.replace(/^\w+ /, '')))];
  const known = recordsOf(said);
  const missing = recordsOf(whole).filter(record => !known.includes(record));
  assert.ok(missing.length <= (moment === 'after' ? 1 : 0), `not in the log: ${missing.join()}`);
  assert.deepEqual(
    known.filter(record => !recordsOf(whole).includes(record)),
    [],
  );
}
