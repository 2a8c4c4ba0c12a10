import assert from 'node:assert/strict';
import type {Browser, BrowserContext, CDPSession, Page} from 'playwright-core';
import type {Receipt, SwitchOutcome, SwitchState} from '../../../src/model.js';
import type {SwitchOptions} from '../../../src/clan-switch/switch-options.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {watchTokens} from '../pages/token-traces.js';
import {Gate} from './gate.js';
import type {PageApi, Plan} from './page-script.js';

export const PROJECT = 44056;
/** What the wolves owe Rocket out of the box. */
export const LEFT_BEHIND = ['Super box', 'Mega potion'];

export const as = (source: Receipt['rewards'][number]['source']): string[] =>
  LEFT_BEHIND.map(name => `${name}, ${source}`);

declare global {
  // In pages only.
  var player: PageApi;
}

/** A receipt in short: names with their source, and whether it is complete and outlives the page. */
export type Shown = {id: string; rewards: string[]; complete: boolean; durable: boolean};

/** A page of a player, with a session and no UI. */
export class Visit {
  readonly errors: string[] = [];

  readonly page: Page;
  readonly world: World;
  readonly plan: Plan;
  /** Opened at once: a page that stands still takes no further one. */
  readonly devtools: CDPSession;

  constructor({page, world, plan, devtools}: Pick<Visit, 'page' | 'world' | 'plan' | 'devtools'>) {
    this.page = page;
    this.world = world;
    this.plan = plan;
    this.devtools = devtools;
    page.on('pageerror', error => this.errors.push(error.message));
  }

  async load(clan = this.plan.options.clan): Promise<void> {
    await this.page.goto(this.world.pageUrl);
    await this.signIn(clan);
  }

  async signIn(clan = this.plan.options.clan): Promise<void> {
    const {options} = this.plan;
    await this.page.waitForFunction(() => typeof player !== 'undefined');
    await this.page.evaluate(plan => player.signIn(plan), {...this.plan, options: {...options, clan}} as Plan);
  }

  /** The game puts the player into another clan and tells the page. */
  async move(clan: string): Promise<void> {
    await this.world.sandbox.setAttributes('Rocket', {clan});
    await this.page.evaluate(name => player.session.setClan(name), clan);
    await this.until('pending');
  }

  switchClan(options: SwitchOptions = {}): Promise<SwitchOutcome> {
    return this.page.evaluate(given => player.session.clanSwitch.switchClan(given), options);
  }

  /** Starts a switch whose end this page may not live to see. */
  async startSwitch(): Promise<void> {
    await this.page.evaluate(() => void player.session.clanSwitch.switchClan());
  }

  async acknowledge(id: string): Promise<void> {
    await this.page.evaluate(one => player.session.clanSwitch.acknowledge(one), id);
  }

  /** The first state, from now on, with this status; `slow` is `switching` that takes long. */
  until(status: SwitchState['status'] | 'slow'): Promise<SwitchState> {
    return this.page.evaluate(wanted => player.until(wanted), status);
  }

  state(): Promise<SwitchState> {
    return this.page.evaluate(() => player.session.clanSwitch.$state.get());
  }

  /** The code of the error that the switch ended with. */
  failure(): Promise<string | undefined> {
    return this.page.evaluate(() => {
      const state = player.session.clanSwitch.$state.get();
      return state.status === 'failed' ? state.error.code : undefined;
    });
  }

  /** How many updates the session has sent, whatever the browser made of them. */
  sent(): Promise<number> {
    return this.page.evaluate(() => player.sent);
  }

  async receipts(): Promise<Shown[]> {
    return (await this.page.evaluate(() => player.receipts)).map(toShown);
  }

  async untilReceipts(count: number): Promise<Shown[]> {
    await this.page.evaluate(wanted => player.untilReceipts(wanted), count);
    return this.receipts();
  }

  /** Ends the page's process, as the system does when it wants the memory back. */
  async crash(): Promise<void> {
    const crashed = this.page.waitForEvent('crash');
    // The command itself is never answered.
    this.devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await this.page.close();
  }

  /** Something that makes a session look again at what is open. */
  async wake(type = 'online'): Promise<void> {
    await this.page.evaluate(name => window.dispatchEvent(new Event(name)), type);
  }
}

export function toShown({id, rewards, complete, durable}: Receipt): Shown {
  return {id, rewards: rewards.map(({name, source}) => `${name}, ${source}`), complete, durable};
}

type Change = Omit<Plan, 'options'> & {options?: Partial<Plan['options']>; init?: string};

type WorldParts = Pick<World, 'context' | 'sandbox' | 'gate' | 'pageUrl'>;

/** A player's browser profile, a sandbox, and a gate between the two. */
export class World {
  giveToken: (reason: string) => string | Promise<string>;
  readonly #visits: Visit[] = [];
  readonly #tokens = new Set<string>();

  readonly context: BrowserContext;
  readonly sandbox: SandboxControl;
  readonly gate: Gate;
  readonly pageUrl: string;

  constructor({context, sandbox, gate, pageUrl}: WorldParts) {
    this.context = context;
    this.sandbox = sandbox;
    this.gate = gate;
    this.pageUrl = pageUrl;
    this.giveToken = () => sandbox.token();
  }

  static async open(browser: Browser, pageUrl: string, isHttp2 = false): Promise<World> {
    const sandbox = await startSandbox();
    const [context, gate] = await Promise.all([
      browser.newContext({ignoreHTTPSErrors: true}),
      Gate.open(sandbox.url, isHttp2),
    ]);
    return World.in({context, sandbox, gate, pageUrl});
  }

  static async in(parts: WorldParts): Promise<World> {
    const world = new World(parts);
    await parts.context.exposeFunction('giveToken', async ({reason}: {reason: string}) => {
      const token = await world.giveToken(reason);
      world.#tokens.add(token);
      return token;
    });
    return world;
  }

  /** A page of the player as one of the wolves, with `init` run before anything of its own. */
  async visit({options = {}, init, ...plan}: Change = {}): Promise<Visit> {
    const page = await this.context.newPage();
    watchTokens(this.context, page, this.#tokens);
    if (init) await page.addInitScript(init);
    const own = {projectId: PROJECT, apiBase: `${this.gate.url}/api`, clan: 'wolves', pollSeconds: 0, ...options};
    const devtools = await this.context.newCDPSession(page);
    const visit = new Visit({page, world: this, plan: {...plan, options: own}, devtools});
    this.#visits.push(visit);
    await visit.load();
    return visit;
  }

  /** The player comes back on another page, after the move to the ravens. */
  comeBack(): Promise<Visit> {
    return this.visit({options: {clan: 'ravens'}});
  }

  /** As `comeBack`, once the browser has let go of the pages that were closed: another visit. */
  async visitAgain(): Promise<Visit> {
    const page = await this.context.newPage();
    await page.goto(new URL('/other', this.pageUrl).href);
    await page.waitForFunction(async () => !(await navigator.locks.query()).held?.length);
    await page.close();
    return this.comeBack();
  }

  /** The page's errors, and traces of its tokens, which there must be none of, before everything is closed. */
  async close(): Promise<void> {
    const errors = this.#visits.flatMap(visit => visit.errors);
    try {
      await this.context.close();
    } finally {
      await Promise.all([this.gate.close(), this.sandbox.close()]);
    }
    assert.deepEqual(errors, []);
  }
}

/**
 * What must hold of every receipt: it is there after a reload with the same id, once; one acknowledgement ends it for
 * good; and none of that sends a further update.
 */
export async function isShownOnce(visit: Visit, rewards: readonly string[], complete: boolean): Promise<void> {
  const [receipt, ...more] = await visit.untilReceipts(1);
  const arrived = visit.world.gate.updates.length;
  // Durable is what another visit has proved; that it is there after the reload is what counts here.
  const {durable} = receipt!;
  assert.deepEqual({...receipt, more}, {id: receipt!.id, rewards, complete, durable, more: []});

  await visit.load('another');
  assert.deepEqual(await visit.untilReceipts(1), [receipt]);
  await visit.acknowledge(receipt!.id);
  assert.deepEqual(await visit.receipts(), []);

  await visit.load('another');
  // Pending because of the other clan, which tells that the journal was read.
  await visit.until('pending');
  assert.deepEqual(await visit.receipts(), []);
  assert.equal(visit.world.gate.updates.length, arrived);
}
