import {expect} from 'chai';
import type {RedeemCodeElement} from '../../../components/redeem-code/redeem-code.js';
import type {SessionElement} from '../../../components/session/session.js';
import {startSandbox} from '../../support/sandbox.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {waitUntil} from '../../support/wait-until.js';
import {element as create, shown} from './page.js';
import {check, commit, receipts, TAG} from './redeem-states.js';
import {press, said, says} from './scene.js';

const PROJECT = '/api/v2/project/44056';
const REDEEM = `${PROJECT}/coupon/redeem`;
const POTION = 'com.xsolla.potion_2';
/** What comes between a request and its answer, and whether the server carries it out. */
const BEFORE = [{fault: 'drop-request'}, {fault: 'status', status: 500}] as const;
const AFTER = [
  {fault: 'drop-answer'},
  {fault: 'status-after', status: 500},
  {fault: 'truncate', bytes: 5},
  {fault: 'body', contentType: 'text/html', body: '<h1>Welcome to our Wi-Fi</h1>'},
] as const;

type Fetch = typeof fetch;

describe('<liveops-redeem-code> on a network that fails', () => {
  let sandbox: SandboxControl;
  before(async () => void (sandbox = await startSandbox()));
  beforeEach(() => sandbox.reset());
  after(() => sandbox.close());
  afterEach(async () => {
    document.querySelectorAll('liveops-session').forEach(session => session.remove());
    localStorage.clear();
    await new Promise(resolve => (indexedDB.deleteDatabase('liveops-elements').onsuccess = resolve));
  });

  /** The requests of all pages so far. A browser may send one twice where its answer is lost, which pages don't see. */
  let sent: string[] = [];
  beforeEach(() => (sent = []));
  const noted =
    (send: Fetch): Fetch =>
    (input, init) => {
      const request = new Request(input, init);
      sent.push(`${request.method} ${new URL(request.url).pathname}`);
      return send(request);
    };

  /** A page of Rocket’s, which keeps its receipts in the browser’s database. */
  async function open(send: Fetch = request => fetch(request)): Promise<RedeemCodeElement> {
    const own = {'project-id': '44056', 'api-base': sandbox.apiBase, 'player-name': 'Rocket', 'poll-seconds': '0'};
    const session = create('liveops-session', own);
    session.getToken = () => sandbox.token();
    session.fetch = noted(send);
    const element = session.appendChild(create(TAG));
    document.body.append(session);
    await session.updateComplete;
    await element.updateComplete;
    return element;
  }

  const sessionOf = (element: Element): SessionElement => element.parentElement as SessionElement;

  async function usesOf(wanted: string): Promise<number> {
    const codes = (await (await fetch(`${sandbox.url}/sandbox/codes`)).json()) as {code: string; uses: object}[];
    return (codes.find(({code}) => code === wanted)?.uses as Record<string, number>)['Rocket'] ?? 0;
  }

  const sendsTo = (path: string): number => sent.filter(one => one.endsWith(` ${path}`)).length;

  async function fillCart(): Promise<void> {
    const headers = {authorization: `Bearer ${await sandbox.token()}`, 'content-type': 'application/json'};
    const body = JSON.stringify({items: [{sku: POTION, quantity: 2}]});
    const answer = await fetch(`${sandbox.url}${PROJECT}/cart/fill`, {method: 'PUT', headers, body});
    expect(answer.status).to.equal(200);
  }

  for (const fault of [...BEFORE, ...AFTER])
    it(`checks a code again whose first check failed: ${fault.fault}`, async () => {
      await sandbox.setFaults([{path: `${PROJECT}/promotion`, times: 1, ...fault}]);
      const element = await open();

      await check(element, 'WELCOME');
      // A page in between is not asked again by itself.
      if (fault.fault === 'body') {
        await says(element, 'could not reach the server');
        await press(element, 'check');
      }
      await shown(element, 'preview');

      expect(await usesOf('WELCOME')).to.equal(0);
    });

  for (const fault of [...BEFORE, ...AFTER])
    it(`has what a code gives although the first read failed: ${fault.fault}`, async () => {
      const {codes} = sessionOf(await open()).session!;
      await codes.verify('WELCOME');
      await sandbox.setFaults([{path: `${PROJECT}/coupon/code`, times: 1, ...fault}]);

      if (fault.fault === 'body') {
        const {code} = (await codes.rewards('WELCOME').catch((error: unknown) => error)) as {code: string};
        expect(code).to.equal('bad-answer');
      }
      const {rewards} = await codes.rewards('WELCOME');

      expect(rewards.map(({sku, quantity}) => [sku, quantity])).to.deep.equal([[POTION, 3]]);
    });

  for (const fault of BEFORE)
    it(`says that nobody knows, and redeems again only when the player wants it: ${fault.fault}`, async () => {
      await sandbox.setFaults([{path: REDEEM, ...fault}]);
      const element = await open();

      await commit(element, 'WELCOME');
      await receipts(element, 'unknown');
      await sandbox.setFaults([]);
      expect([await usesOf('WELCOME'), sendsTo(REDEEM)]).to.deep.equal([0, 1]);

      await press(element, 'again');
      await shown(element, 'preview');
      await press(element, 'commit');
      await receipts(element, 'redeemed');
      expect([await usesOf('WELCOME'), sendsTo(REDEEM)]).to.deep.equal([1, 2]);
    });

  for (const fault of AFTER)
    it(`says that the gift is probably there when its answer is lost, also after a reload: ${fault.fault}`, async () => {
      await sandbox.setFaults([{path: REDEEM, times: 1, ...fault}]);
      const element = await open();

      await commit(element, 'WELCOME');
      await receipts(element, 'probably-redeemed');
      expect(said(element)).to.include('Probably yours: check your inventory.');
      sessionOf(element).remove();

      const next = await open();
      await receipts(next, 'probably-redeemed');
      expect([await usesOf('WELCOME'), sendsTo(REDEEM)]).to.deep.equal([1, 1]);
    });

  it('is right about a request that the browser sends twice', async () => {
    const element = await open(async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST') await fetch(request.clone());
      return fetch(request);
    });

    await commit(element, 'WELCOME');

    await receipts(element, 'probably-redeemed');
    expect(await usesOf('WELCOME')).to.equal(1);
  });

  it('finds out after a reload what became of a request that was carried out', async () => {
    await sandbox.setFaults([{path: REDEEM, times: 1, fault: 'delay', ms: 60_000}]);
    const element = await open();
    await commit(element, 'WELCOME');
    await waitUntil(async () => (await usesOf('WELCOME')) === 1, 'the redemption at the server');
    sessionOf(element).remove();

    const next = await open();

    await receipts(next, 'probably-redeemed');
    expect([await usesOf('WELCOME'), sendsTo(REDEEM)]).to.deep.equal([1, 1]);
  });

  it('says after a reload that nobody knows, where the request never arrived', async () => {
    let isSent = false;
    const element = await open(async (input, init) => {
      const request = new Request(input, init);
      if (request.method !== 'POST') return fetch(request);
      isSent = true;
      return new Promise<Response>(() => undefined);
    });
    await commit(element, 'WELCOME');
    await waitUntil(() => isSent, 'the request');
    sessionOf(element).remove();

    const next = await open();

    await receipts(next, 'unknown');
    await press(next, 'acknowledge');
    await receipts(next);
    expect([await usesOf('WELCOME'), sendsTo(REDEEM)]).to.deep.equal([0, 1]);
  });

  it('redeems once in two tabs that press at the same time, and both have the gift', async () => {
    const tabs = [await open(), await open()];
    for (const tab of tabs) {
      await check(tab, 'WELCOME');
      await shown(tab, 'preview');
    }

    await Promise.all(tabs.map(tab => press(tab, 'commit')));

    for (const tab of tabs) await receipts(tab, 'redeemed');
    expect([await usesOf('WELCOME'), sendsTo(REDEEM)]).to.deep.equal([1, 1]);
    await press(tabs[0]!, 'acknowledge');
    for (const tab of tabs) await receipts(tab);
  });

  it('shows in the other tab what this one has received', async () => {
    const [one, other] = [await open(), await open()];

    await commit(one, 'WELCOME');

    await receipts(other, 'redeemed');
    await check(other, 'WELCOME');
    await says(other, 'You have used this code already.');
  });

  for (const path of ['redeem', 'remove'] as const)
    for (const fault of AFTER)
      it(`takes the cart for the answer to ${path} a promo code: ${fault.fault}`, async () => {
        await fillCart();
        await sandbox.setFaults([{path: `${PROJECT}/promocode/${path}`, times: 1, ...fault}]);
        const element = await open();

        await commit(element, 'WINTER10');
        await says(element, 'Your cart is €1.78 now, not €1.98.');
        await press(element, 'remove');
        await shown(element, 'check');

        expect(sendsTo(`${PROJECT}/promocode/redeem`)).to.equal(1);
        expect(sendsTo(`${PROJECT}/promocode/remove`)).to.equal(1);
        expect(await usesOf('WINTER10')).to.equal(0);
      });

  for (const fault of BEFORE)
    it(`lets the player apply and remove again what did not arrive: ${fault.fault}`, async () => {
      await fillCart();
      await sandbox.setFaults([{path: `${PROJECT}/promocode`, ...fault}]);
      const element = await open();
      await commit(element, 'WINTER10');
      await says(element, 'Trying again is safe.');
      await sandbox.setFaults([]);
      await press(element, 'commit');
      await says(element, 'Your cart is €1.78 now');

      await sandbox.setFaults([{path: `${PROJECT}/promocode/remove`, ...fault}]);
      await press(element, 'remove');
      await says(element, 'Trying again is safe.');
      await sandbox.setFaults([]);
      await press(element, 'remove');
      await shown(element, 'check');

      expect(await usesOf('WINTER10')).to.equal(0);
    });
});
