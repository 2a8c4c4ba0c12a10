import {isLiveOpsError} from '../../../src/errors.js';
import type {Session} from '../../../src/session/session.js';
import {composeSession} from '../../support/compose-session.js';
import {later} from '../../support/deferred.js';
import {API, FakeApi, json} from '../../support/fake-api.js';
import {FakeClock} from '../../support/fake-clock.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {promisesDone} from '../../support/promises-done.js';
import {mapStorage} from '../storage/fake-stores.js';

export type Player = 'ana' | 'ben';
export type Way = 'free' | 'gems';

/** What becomes of an order, before or after it is carried out. `held` waits for `release`. */
export const FATES = ['ok', 'lost', 'unanswered', 'html after', 'busy', 'refused', 'token refused', 'held'] as const;
export type Fate = (typeof FATES)[number];

export type Press = {
  readonly player: Player;
  readonly way: Way;
  readonly session: Session;
  /** `done`, the code of the error, or nothing yet. */
  end?: string;
};

/** An order that has reached the server, and whether it was carried out. */
export type Attempt = {
  readonly player: Player;
  readonly way: Way;
  /** The press that it comes from. */
  readonly press: Press | undefined;
  readonly fate: Fate;
  isGranted: boolean;
  /** Whether the page has the server's own answer. */
  isAnswered: boolean;
};

export type Tab = {readonly session: Session; readonly sent: Way[]; isClosed: boolean};

const SKU = {free: 'gift', gems: 'potion'} as const;
const PROJECT = 'v2/project/44056';

/** A server that grants at once and as often as it is asked, as the vendor's does, and a device with tabs. */
export class InstantWorld {
  readonly clock = new FakeClock();
  readonly storage: ReturnType<typeof mapStorage> | undefined;
  readonly tabs: Tab[] = [];
  readonly presses: Press[] = [];
  readonly attempts: Attempt[] = [];
  /** What comes next; then all is well. */
  fates: Fate[] = [];
  player: Player = 'ana';
  readonly #held: (() => void)[] = [];
  #tokens = 0;

  constructor(storage: ReturnType<typeof mapStorage> | null = mapStorage()) {
    this.storage = storage ?? undefined;
    this.openTab();
  }

  /** The tab that the player looks at. */
  get tab(): Tab {
    return this.tabs[this.tabs.length - 1] as Tab;
  }

  /** What the server has carried out. */
  get granted(): readonly Attempt[] {
    return this.attempts.filter(({isGranted}) => isGranted);
  }

  /** What a tab shows of orders without an answer, such as `gift` or `potion for gem`. */
  shown({session}: Tab = this.tab): readonly string[] {
    return (session.$unansweredOrders.value ?? []).map(({sku, currencySku}) =>
      currencySku === undefined ? sku : `${sku} for ${currencySku}`,
    );
  }

  /** Without `isWatched`, nobody looks at the orders without an answer. */
  openTab(isWatched = true): Tab {
    const api = new FakeApi();
    const getToken = (): string => jwt({sub: this.player, jti: ++this.#tokens});
    const {storage} = this;
    const options = {projectId: 44056, apiBase: API, pollSeconds: 0, getToken, fetch: api.fetch};
    const session = composeSession({...options, ...(storage && {storage})}, {clock: this.clock, random: () => 0});
    const tab: Tab = {session, sent: [], isClosed: false};
    api
      .on(`POST ${PROJECT}/free/item/gift`, request => this.#place(request, 'free', tab))
      .on(`POST ${PROJECT}/payment/item/potion/virtual/gem`, request => this.#place(request, 'gems', tab));
    if (isWatched) session.$unansweredOrders.listen(() => undefined);
    this.tabs.push(tab);
    return tab;
  }

  closeTab(tab = this.tab): void {
    tab.isClosed = true;
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    tab.session.destroy();
  }

  /** Another page life of the tab. */
  async reload(): Promise<void> {
    this.closeTab();
    this.openTab();
    await this.settle();
  }

  /** Somebody else signs in. */
  async signIn(player: Player): Promise<void> {
    for (const {session} of this.tabs) session.signOut();
    this.player = player;
    this.clock.pass(60_000);
    for (const {session} of this.tabs) session.refresh();
    await this.settle();
  }

  press(way: Way = 'free', {session} = this.tab): Press {
    const press: Press = {player: this.player, way, session};
    this.presses.push(press);
    const call = way === 'free' ? session.claimItem(SKU.free) : session.buyWithCurrency(SKU.gems, 'gem');
    call.then(
      () => (press.end = 'done'),
      (error: unknown) => (press.end = isLiveOpsError(error) ? error.code : String(error)),
    );
    return press;
  }

  /** Presses, and waits for the end. */
  async pressed(way: Way = 'free', tab = this.tab): Promise<string | undefined> {
    const press = this.press(way, tab);
    await this.settle();
    return press.end;
  }

  /** The answers that are held arrive. */
  async release(): Promise<void> {
    this.#held.splice(0).forEach(answer => answer());
    await this.settle();
  }

  async settle(): Promise<void> {
    await promisesDone(30);
  }

  close(): void {
    this.#held.splice(0).forEach(answer => answer());
    for (const tab of [...this.tabs]) this.closeTab(tab);
  }

  async #place(request: Request, way: Way, tab: Tab): Promise<Response> {
    const fate = this.fates.shift() ?? 'ok';
    const isWaiting = (press: Press): boolean =>
      press.session === tab.session && press.way === way && press.end === undefined;
    const press = this.presses.find(isWaiting);
    const attempt: Attempt = {player: playerOf(request), way, press, fate, isGranted: false, isAnswered: false};
    this.attempts.push(attempt);
    tab.sent.push(way);
    if (fate === 'lost') throw new TypeError('Failed to fetch');
    if (fate === 'busy') return json({statusCode: 503, errorCode: 0}, 503);
    attempt.isGranted = !fate.includes('refused');
    if (fate === 'held') await this.#hold();
    if (fate === 'unanswered' || tab.isClosed || request.signal.aborted) throw new TypeError('Failed to fetch');
    if (fate === 'html after') return new Response('<h1>Busy</h1>', {status: 200});
    attempt.isAnswered = true;
    if (fate === 'token refused') return json({statusCode: 401, errorCode: 1501}, 401);
    return fate === 'refused' ? json({statusCode: 422, errorCode: 1411}, 422) : json({order_id: 641});
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
