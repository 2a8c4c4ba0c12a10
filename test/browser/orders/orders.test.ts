import {expect} from 'chai';

import {indexedDbTier} from '../../../src/storage/indexed-db.js';
import type {SessionOptions} from '../../../src/session/options.js';
import type {Session} from '../../../src/session/session.js';
import {composeSession} from '../../support/compose-session.js';
import {API, FakeApi, json} from '../../support/fake-api.js';
import {waitUntil} from '../../support/wait-until.js';

const DATABASE = 'liveops-elements';
const STEP = {offerChainId: 301, stepNumber: 2};
const ORDER = 'POST v2/project/44056/user/offer_chain/301/step/number/2/order';
const TOKEN = 'secret-token';

/** Another player for each test, whose stores are empty. */
let players = 0;
let sessions: Session[] = [];

/** A page of the player, over a server that makes an order for each request. */
function openPage(api: FakeApi, options: Partial<SessionOptions> = {}): Session {
  const userKey = `player-${players}`;
  const getToken = (): string => 'token';
  const session = composeSession({
    projectId: 44056,
    apiBase: API,
    pollSeconds: 0,
    getToken,
    userKey,
    fetch: api.fetch,
    ...options,
  });
  sessions.push(session);
  return session;
}

function server(): FakeApi & {orders: number} {
  const api = Object.assign(new FakeApi(), {orders: 0});
  api.on(ORDER, () => json({order_id: 640 + ++api.orders, token: TOKEN}));
  for (const id of [641, 642]) api.on(`GET v2/project/44056/order/${id}`, () => json({order_id: id, status: 'new'}));
  return api;
}

/** Takes the place of what leaves the page: the payment page's address is noted, not opened. */
const addresses: string[] = [];
const openCheckout = ({url}: {url: string}): void => void addresses.push(url);

describe('Orders in a browser', () => {
  beforeEach(() => {
    players++;
    addresses.length = 0;
  });
  afterEach(async () => {
    sessions.forEach(session => session.destroy());
    sessions = [];
    localStorage.clear();
    await new Promise(resolve => (indexedDB.deleteDatabase(DATABASE).onsuccess = resolve));
  });

  it('are found again in the database by the next page, which opens the same one', async () => {
    const api = server();
    const first = openPage(api, {openCheckout});
    await first.orders.order(STEP);
    first.destroy();

    const next = openPage(api, {openCheckout});
    const order = await next.orders.order(STEP);

    expect([order.id, api.orders]).to.deep.equal([641, 1]);
    expect(new Set(addresses)).to.deep.equal(new Set([`https://secure.xsolla.com/paystation4/?token=${TOKEN}`]));
  });

  it('of two pages at once are one, by Web Locks', async () => {
    const api = server();
    const pages = [openPage(api, {openCheckout}), openPage(api, {openCheckout})];

    const orders = await Promise.all(pages.map(page => page.orders.order(STEP)));

    expect(orders.map(({id}) => id)).to.deep.equal([641, 641]);
    expect(api.orders).to.equal(1);
  });

  it('are shown by the player’s other page as soon as they are made', async () => {
    const api = server();
    const [one, other] = [openPage(api, {openCheckout}), openPage(api, {openCheckout})];
    other.orders.$orders.listen(() => undefined);
    other.refresh();
    await waitUntil(() => other.$signedOut.value === false, 'the other page');

    await one.orders.order(STEP);

    await waitUntil(() => other.orders.$orders.value?.length === 1, 'the order on the other page');
  });

  it('are not made while the host’s storage does not answer, though the database works', async () => {
    const api = server();
    const storage = {
      get: () => Promise.reject(new Error('The host is busy.')),
      set: () => Promise.reject(new Error('The host is busy.')),
      remove: () => undefined,
    };
    const session = openPage(api, {openCheckout, storage});

    const error = await session.orders.order(STEP).catch((caught: unknown) => caught);

    expect(error).to.include({name: 'LiveOpsError', code: 'storage-unavailable'});
    expect(api.orders).to.equal(0);
    expect((await session.orders.order(STEP, {allowVolatile: true})).id).to.equal(641);
  });

  it('keep their token in their own note, and no longer than they wait', async () => {
    const api = server();
    const session = openPage(api, {openCheckout});
    const stored = async (): Promise<string> => (await indexedDbTier.all('liveops/orders/', () => true)).join();
    await session.orders.order(STEP);
    expect(await stored()).to.include(TOKEN);

    api.on('GET v2/project/44056/order/641', () => json({order_id: 641, status: 'paid'}));
    await session.orders.check(641);

    expect(await stored())
      .to.include('"paid"')
      .and.not.include(TOKEN);
    expect(JSON.stringify({...localStorage})).not.to.include(TOKEN);
  });
});
