import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium, type BrowserContext} from 'playwright-core';
import {BROWSER_ARGS, ensureBrowser} from '../../runner/browser.mjs';
import {startSandbox} from '../../support/sandbox-node.js';
import {silent} from './fates.js';
import {Gate, type Fate} from './gate.js';
import {stopAt, WRITES} from './init-scripts.js';
import {type PageServer} from './page-server.js';
import {as, type Visit, World} from './players.js';

const START_MS = 60_000;

/** A browser on a profile, whose processes are a group of their own. */
export class DoomedBrowser {
  readonly context: BrowserContext;
  readonly #group: number;

  constructor(context: BrowserContext, group: number) {
    this.context = context;
    this.#group = group;
  }

  static async start(profile: string): Promise<DoomedBrowser> {
    const options = {executablePath: ensureBrowser(), args: BROWSER_ARGS, timeout: START_MS};
    const context = await chromium.launchPersistentContext(profile, options);
    const session = await context.browser()!.newBrowserCDPSession();
    const {processInfo} = await session.send('SystemInfo.getProcessInfo');
    return new DoomedBrowser(context, processInfo.find(({type}) => type === 'browser')!.id);
  }

  /** SIGKILL to every process of it, at once. */
  async kill(): Promise<void> {
    const closed = this.context.waitForEvent('close', {timeout: START_MS});
    process.kill(-this.#group, 'SIGKILL');
    await closed;
  }
}

type Point = {
  readonly name: string;
  /** What the page shows at the next start; a page that had not sent anything is asked to. */
  readonly rewards: readonly string[];
  readonly asksAgain?: true;
  /** Updates that the server sees in all. */
  readonly updates: number;
  /** Resolves when the browser stands at this point. */
  reach(visit: Visit, stopped: Promise<void>): Promise<unknown>;
  readonly stop?: readonly ['before' | 'after', string];
  readonly fate?: Fate;
};

const held: Fate = () => undefined;

const switching = async (visit: Visit, stopped: Promise<unknown>): Promise<void> => {
  await visit.startSwitch();
  await stopped;
};

/** A point at which the page writes something down. */
const atWrite = (moment: 'before' | 'after', write: string): Pick<Point, 'stop' | 'reach'> => ({
  stop: [moment, write],
  reach: switching,
});

/** The points of a switch at which the browser is killed, in their order. */
export const POINTS: readonly Point[] = [
  {name: 'before the note', ...atWrite('before', WRITES.note), rewards: as('answer'), asksAgain: true, updates: 1},
  {name: 'after the note', ...atWrite('after', WRITES.note), rewards: as('answer'), updates: 1},
  {
    name: 'after the update was sent',
    fate: held,
    reach: visit => switching(visit, visit.world.gate.arrived()),
    rewards: as('answer'),
    updates: 2,
  },
  {
    name: 'after the server applied it',
    fate: held,
    reach: visit => switching(visit, visit.world.gate.arrived().then(silent)),
    rewards: as('recovered'),
    updates: 1,
  },
  {name: 'after the answer arrived', ...atWrite('before', WRITES.raw), rewards: as('recovered'), updates: 1},
  {name: 'after the answer was kept', ...atWrite('after', WRITES.raw), rewards: as('answer'), updates: 1},
  {name: 'after the receipt was kept', ...atWrite('after', WRITES.received), rewards: as('answer'), updates: 1},
  {
    name: 'after the receipt was shown',
    reach: visit => switching(visit, visit.untilReceipts(1)),
    rewards: as('answer'),
    updates: 1,
  },
  {
    name: 'after the acknowledgement',
    stop: ['after', WRITES.acked],
    async reach(visit, stopped) {
      await visit.startSwitch();
      const [receipt] = await visit.untilReceipts(1);
      visit.acknowledge(receipt!.id).catch(() => undefined);
      await stopped;
    },
    rewards: [],
    updates: 1,
  },
];

/**
 * Kills a browser at a point of a switch, `delayMs` after it got there, and starts it again on the same profile.
 *
 * @throws when the rewards are not shown exactly once from then on, or an acknowledged receipt is shown again.
 */
export async function killAt(point: Point, server: PageServer, delayMs = 0): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'liveops-kill-'));
  const sandbox = await startSandbox();
  const gate = await Gate.open(sandbox.url);
  const started: DoomedBrowser[] = [];
  const start = async (): Promise<World> => {
    const browser = await DoomedBrowser.start(profile);
    started.push(browser);
    return World.in({context: browser.context, sandbox, gate, pageUrl: server.url});
  };
  try {
    const {url, reached} = server.stop();
    if (point.fate) gate.fates = [point.fate];
    const first = await start();
    const visit = await first.visit({...(point.stop && {init: stopAt(...point.stop, url)})});
    await visit.move('ravens');
    await point.reach(visit, reached);
    if (delayMs) await new Promise(resolve => setTimeout(resolve, delayMs));
    await started.shift()!.kill();
    await isThereAgain(point, await start());
  } finally {
    await Promise.all(started.map(browser => browser.context.close()));
    await Promise.all([gate.close(), sandbox.close()]);
    await rm(profile, {recursive: true, force: true, maxRetries: 5});
  }
}

async function isThereAgain({rewards, asksAgain, updates}: Point, world: World): Promise<void> {
  const visit = await world.comeBack();
  if (asksAgain) {
    await visit.until('pending');
    assert.deepEqual(await visit.receipts(), []);
    await visit.switchClan();
  }
  if (rewards.length) {
    const [receipt, ...more] = await visit.untilReceipts(1);
    assert.deepEqual({...receipt, more}, {id: receipt!.id, rewards, complete: true, durable: true, more: []});
    await visit.acknowledge(receipt!.id);
  }
  await visit.load('another');
  await visit.until('pending');
  assert.deepEqual(await visit.receipts(), []);
  assert.equal(world.gate.updates.length, updates);
}
