import type {Order, OrderTarget} from '../../../src/offers.js';
import type {SessionOptions} from '../../../src/session/options.js';
import type {Session} from '../../../src/session/session.js';
import {composeSession} from '../../support/compose-session.js';
import {later} from '../../support/deferred.js';
import {API, FakeApi, json} from '../../support/fake-api.js';
import {FakeClock} from '../../support/fake-clock.js';
import {fakeLocks, putGlobal} from '../../support/fake-locks.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {settled, timerDone} from '../../support/settled.js';
import {mapStorage} from '../storage/fake-stores.js';

export type Player = 'ana' | 'ben';
export type ServerStatus = 'new' | 'paid' | 'done' | 'canceled' | 'expired' | 'held_by_bank';

/** What becomes of an order call: lost before or after it is carried out, or answered by somebody else. */
export const FATES = ['ok', 'lost', 'unanswered', 'html after', 'held', 'busy', 'token refused', 'no token'] as const;
export type Fate = (typeof FATES)[number];

/** What becomes of a check of an order: `old` says `new`, as a copy that lags does. */
export const LOOKS = ['ok', 'fails', 'old', 'missing'] as const;
export type Look = (typeof LOOKS)[number];

export type ServerOrder = {
  readonly id: number;
  readonly token: string;
  readonly player: Player;
  readonly target: string;
  readonly at: number;
  status: ServerStatus;
  /** The round of the chain in which it was made, and when it was done. */
  readonly round: number;
  doneAt?: number;
  /** Whether the payment page was opened. */
  isOpened: boolean;
};

/** A window that a press has opened. */
export type FakeWindow = {closed: boolean; opener: unknown; address?: string; close(): void; location: object};

export type Tab = {readonly session: Session; readonly api: FakeApi; isClosed: boolean};

const DAY_MS = 24 * 3_600_000;
export const STEP: OrderTarget = {offerChainId: 301, stepNumber: 2};
const STEPS = [2, 4];
const ITEM = 'com.xsolla.potion_2';

/** A server that takes any number of orders, as the vendor's does, and a device with tabs. */
export class OrderWorld {
  readonly faults: string[] = [];
  readonly clock = new FakeClock();
  readonly disk = new Map<string, string>();
  readonly orders: ServerOrder[] = [];
  readonly windows: FakeWindow[] = [];
  /** The bodies of the orders that reached the server. */
  readonly bodies: unknown[] = [];
  /** What comes next; then all is well. */
  fates: Fate[] = [];
  looks: Look[] = [];
  /** Whether the browser lets windows open, and whether the store works. */
  opensWindows = true;
  storeFails = false;
  /** Whether a store is there that keeps orders. */
  get keeps(): boolean {
    return !this.storeFails && !('storage' in this.#options);
  }
  player: Player = 'ana';
  /** The chain starts again for everybody with the next one. */
  round = 1;
  readonly tabs: Tab[] = [];
  readonly #options: Partial<SessionOptions>;
  readonly #held: (() => void)[] = [];
  #tokens = 0;

  constructor(options: Partial<SessionOptions> = {}) {
    this.#options = options;
    this.openTab();
  }

  /** The tab that the player looks at. */
  get tab(): Tab {
    return this.tabs[this.tabs.length - 1] as Tab;
  }

  get session(): Session {
    return this.tab.session;
  }

  get shown(): readonly Order[] {
    return this.session.orders.$orders.value ?? [];
  }

  /** Where the window of the last press is. */
  get address(): string | undefined {
    return this.windows[this.windows.length - 1]?.address;
  }

  openTab(): Tab {
    const api = new FakeApi();
    const storage = this.#storage();
    const getToken = (): string => jwt({sub: this.player, jti: ++this.#tokens});
    const options = {projectId: 44056, apiBase: API, pollSeconds: 0, getToken, fetch: api.fetch, storage};
    const session = composeSession({...options, ...this.#options}, {clock: this.clock, random: () => 0});
    const tab: Tab = {session, api, isClosed: false};
    this.#serve(tab);
    session.orders.$orders.listen(orders => this.#watch(orders));
    this.tabs.push(tab);
    return tab;
  }

  closeTab(tab = this.tab): void {
    tab.isClosed = true;
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    tab.session.destroy();
  }

  /** Another page life of the tab. */
  reload(): void {
    this.closeTab();
    this.openTab();
  }

  close(): void {
    this.release();
    for (const tab of [...this.tabs]) this.closeTab(tab);
  }

  /** Somebody else signs in. */
  signIn(player: Player): void {
    for (const {session} of this.tabs) session.signOut();
    this.player = player;
    this.clock.pass(60_000);
    for (const {session} of this.tabs) session.refresh();
  }

  /** Puts the browser's `window.open` and its locks in place; the result takes them away. */
  install(): () => void {
    const restore = [putGlobal('open', () => this.#openWindow()), putGlobal('navigator', {locks: fakeLocks()})];
    return () => restore.forEach(one => one());
  }

  /** The payment of an order arrives, now or when its window is long closed; then its goods. */
  pay(order: ServerOrder): void {
    if (order.isOpened && ['new', 'held_by_bank'].includes(order.status)) order.status = 'paid';
  }

  deliver(order: ServerOrder): void {
    if (order.status !== 'paid') return;
    order.status = 'done';
    order.doneAt = this.clock.today();
  }

  orderOf(id: number): ServerOrder | undefined {
    return this.orders.find(order => order.id === id);
  }

  release(): void {
    this.#held.splice(0).forEach(answer => answer());
  }

  /** Lets all that can happen without time happen. */
  async settle(): Promise<void> {
    await settled(...this.tabs.map(({api}) => api));
  }

  /** Lets a promise end that waits for the clock, too. */
  async ended<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
    let result: PromiseSettledResult<T> | undefined;
    void Promise.allSettled([promise]).then(([settled]) => (result = settled));
    for (let round = 0; round < 60 && !result; round++) {
      await timerDone();
      if (!result && round > 5) this.clock.pass(500);
    }
    if (!result) throw new Error('A press has no end.');
    return result;
  }

  /** What the press ends in: the order, or the code of the error. */
  async press(target: OrderTarget = STEP, tab = this.tab, options = {}): Promise<Order | string> {
    const end = await this.ended(tab.session.orders.order(target, options));
    return end.status === 'fulfilled' ? end.value : (end.reason as {code: string}).code;
  }

  #storage() {
    const storage = mapStorage(this.disk);
    const working = (): typeof storage => {
      if (this.storeFails) throw new Error('The store is broken.');
      return storage;
    };
    return {
      get: (key: string) => working().get(key),
      set: (key: string, value: string) => working().set(key, value),
      remove: (key: string) => working().remove(key),
    };
  }

  #openWindow(): FakeWindow | null {
    if (!this.opensWindows) return null;
    const opened: FakeWindow = {
      closed: false,
      opener: {},
      close() {
        this.closed = true;
      },
      location: {replace: (address: string) => this.#goTo(opened, address)},
    };
    this.windows.push(opened);
    return opened;
  }

  #goTo(opened: FakeWindow, address: string): void {
    opened.address = address;
    const token = new URL(address).searchParams.get('token') ?? '';
    const order = this.orders.find(one => one.token === token);
    if (!order) return void this.faults.push('a window leads to no order');
    order.isOpened = true;
    if (opened.opener !== null) this.faults.push('a payment page knows its opener');
    const isKept = [...this.disk.values()].some(text => text.includes(token));
    if (!isKept && this.keeps) this.faults.push('a payment page is open before its order is stored');
  }

  #serve(tab: Tab): void {
    const project = 'v2/project/44056';
    for (const step of STEPS)
      tab.api.on(`POST ${project}/user/offer_chain/301/step/number/${step}/order`, request =>
        this.#place(request, `step 301/${step}`, tab),
      );
    tab.api.on(`POST ${project}/payment/item/${ITEM}`, request => this.#place(request, `item ${ITEM}`, tab));
    for (const {id} of this.orders) this.#serveOrder(tab.api, id);
  }

  async #place(request: Request, target: string, tab: Tab): Promise<Response> {
    const player = playerOf(request);
    const fate = this.fates.shift() ?? 'ok';
    if (fate === 'lost') throw new TypeError('Failed to fetch');
    if (fate === 'token refused') return json({statusCode: 401, errorCode: 1501}, 401);
    if (fate === 'busy') return json({statusCode: 503, errorCode: 0}, 503);
    if (player !== this.player) this.faults.push(`an order for ${player}, who has left`);
    this.bodies.push(await request.text());
    if (this.#isBought(player, target)) return json({statusCode: 422, errorCode: 9912}, 422);
    const order = this.#carryOut(player, target);
    if (fate === 'held') await this.#hold();
    if (fate === 'unanswered') throw new TypeError('Failed to fetch');
    if (fate === 'html after') return new Response('<h1>Busy</h1>', {status: 200});
    if (tab.isClosed || request.signal.aborted) throw new TypeError('Failed to fetch');
    if (fate === 'no token') return json({order_id: order.id});
    return json({order_id: order.id, token: order.token});
  }

  #carryOut(player: Player, target: string): ServerOrder {
    const at = this.clock.today();
    const open = this.orders.find(one => one.player === player && one.target === target && this.#isOpen(one));
    if (open) this.faults.push(`a second order of ${target} while ${open.id} is ${open.status}`);
    const id = this.orders.length + 641;
    const order: ServerOrder = {
      id,
      token: `secret-token-of-${id}`,
      player,
      target,
      at,
      status: 'new',
      round: this.round,
      isOpened: false,
    };
    this.orders.push(order);
    for (const {api} of this.tabs) this.#serveOrder(api, id);
    return order;
  }

  /** Whether somebody can pay the order, or has paid it. */
  #isOpen({status, at, token, isOpened}: ServerOrder): boolean {
    if (status === 'paid' || status === 'held_by_bank') return true;
    const isStored = [...this.disk.values()].some(text => text.includes(token));
    return status === 'new' && (isOpened || isStored) && this.clock.today() - at < DAY_MS;
  }

  /** A step is bought once in a round; an item again and again. */
  #isBought(player: Player, target: string): boolean {
    const isThis = (one: ServerOrder): boolean => one.player === player && one.target === target;
    return (
      target.startsWith('step') &&
      this.orders.some(one => isThis(one) && one.status === 'done' && one.round === this.round)
    );
  }

  #serveOrder(api: FakeApi, id: number): void {
    api.on(`GET v2/project/44056/order/${id}`, request => this.#status(playerOf(request), id));
  }

  #status(player: Player, id: number): Response {
    const order = this.orderOf(id);
    const look = this.looks.shift() ?? 'ok';
    if (look === 'fails') throw new TypeError('Failed to fetch');
    if (look === 'missing' || order?.player !== player) return json({statusCode: 404, errorCode: 9001}, 404);
    return json({order_id: id, status: look === 'old' ? 'new' : order.status, content: {is_free: false, items: []}});
  }

  /** Nothing that is shown may be wrong about money. */
  #watch(orders: readonly Order[]): void {
    for (const {id, status} of orders) {
      const order = this.orderOf(id);
      if (!order) this.faults.push(`order ${id} is shown, and there is none`);
      const isPaid = order?.status === 'paid' || order?.status === 'done';
      if (isPaid && (status === 'canceled' || status === 'expired')) this.faults.push(`paid order ${id} is ${status}`);
      if (status === 'done' && order?.status !== 'done') this.faults.push(`order ${id} is done, and it is not`);
    }
    if (JSON.stringify(orders).includes('secret')) this.faults.push('a token is shown');
  }

  #hold(): Promise<void> {
    const answer = later<void>();
    this.#held.push(() => answer.resolve());
    return answer.promise;
  }
}

function playerOf(request: Request): Player {
  const payload = request.headers.get('authorization')?.split('.')[1] ?? '';
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as {sub: Player}).sub;
}
