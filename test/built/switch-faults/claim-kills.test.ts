import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startSandbox} from '../../support/sandbox-node.js';
import {applied, type Fate, Gate} from './gate.js';
import {silent} from './fates.js';
import {DoomedBrowser} from './kills.js';
import {type PageServer, servePlayerPage} from './page-server.js';
import {type Visit, World} from './players.js';

/** A step of each family, how it is claimed, and whether the server shows it as claimed. */
const FAMILIES = [
  {
    name: 'a reward step',
    claim: ({page}: Visit) => page.evaluate(() => player.session.claimStep(101, 1002)),
    isClaimed: ({page}: Visit) =>
      page.evaluate(async () => {
        await player.session.$rewardChains.reload();
        const state = player.session.$rewardChains.value;
        const chains = state.status === 'ready' ? state.value : [];
        return chains.find(({id}) => id === 101)?.steps.find(({id}) => id === 1002)?.claimed;
      }),
  },
  {
    name: 'a day',
    claim: ({page}: Visit) => page.evaluate(() => player.session.claimDay(201, 3)),
    isClaimed: ({page}: Visit) =>
      page.evaluate(async () => {
        await player.session.$dailyChains.reload();
        const state = player.session.$dailyChains.value;
        const chains = state.status === 'ready' ? state.value : [];
        return chains.find(({id}) => id === 201)?.steps.find(({number}) => number === 3)?.status === 'claimed';
      }),
  },
];

const held: Fate = () => undefined;

/** Where the browser is killed, and whether the server has carried out the claim by then. */
const POINTS: readonly {name: string; fate: Fate; isApplied: boolean; reach(gate: Gate): Promise<unknown>}[] = [
  {name: 'after the claim was sent', fate: held, isApplied: false, reach: gate => gate.arrived()},
  {
    name: 'after the server carried it out',
    fate: held,
    isApplied: true,
    reach: async gate => silent(await gate.arrived()),
  },
];

describe('A browser that is killed during a claim', {concurrency: 2}, () => {
  let server: PageServer;
  before(async () => void (server = await servePlayerPage()));
  after(() => server.close());

  for (const {name, claim, isClaimed} of FAMILIES)
    for (const point of POINTS)
      it(`of ${name}, ${point.name}, shows the truth when it is back, and the claim counts once`, async t => {
        const profile = await mkdtemp(join(tmpdir(), 'liveops-claim-kill-'));
        const sandbox = await startSandbox();
        const gate = await Gate.open(sandbox.url);
        gate.kind = {method: 'POST', path: /\/claim$/};
        gate.fates = [point.fate];
        const started: DoomedBrowser[] = [];
        t.after(async () => {
          await Promise.all(started.map(browser => browser.context.close()));
          await Promise.all([gate.close(), sandbox.close()]);
          await rm(profile, {recursive: true, force: true, maxRetries: 5});
        });
        const start = async (): Promise<Visit> => {
          const browser = await DoomedBrowser.start(profile);
          started.push(browser);
          const world = await World.in({context: browser.context, sandbox, gate, pageUrl: server.url});
          return world.visit();
        };
        const first = await start();
        claim(first).catch(() => undefined);
        await point.reach(gate);
        await started.shift()!.kill();

        const next = await start();
        assert.equal(await isClaimed(next), point.isApplied);
        gate.otherwise = applied;
        await claim(next);

        assert.equal(await isClaimed(next), true);
        const posts = (await sandbox.readLog()).filter(({method}) => method === 'POST');
        assert.deepEqual(posts.map(row => row.applied && row.status).filter(Boolean), [204]);
      });
});
