import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createAdmin, type PageOptions} from '../../../src/admin/index.js';
import {backEnd, collect, errorOf, KEY, PROJECT} from './back-end.js';

const EXTERNAL_ID = 'winter';

describe('A list', () => {
  const at = backEnd();
  const generated = async (count: number): Promise<readonly string[]> => {
    const {uniqueOffers} = at.admin;
    await uniqueOffers.create({external_id: EXTERNAL_ID, name: {'en-US': 'Winter'}});
    await uniqueOffers.codes.generate(EXTERNAL_ID, count);
    return await collect(uniqueOffers.codes.list(EXTERNAL_ID));
  };

  it('asks for a page when its first row is wanted, and for no more', async () => {
    await generated(5);
    await at.sandbox.setFaults([]);
    const before = (await at.sandbox.readLog()).length;
    const rows = at.admin.uniqueOffers.codes.list(EXTERNAL_ID, {pageSize: 2})[Symbol.asyncIterator]();

    for (const requests of [1, 1, 2, 2, 3, 3]) {
      await rows.next();
      assert.equal((await at.sandbox.readLog()).length - before, requests);
    }
  });

  it('goes on where it failed', async () => {
    const all = await generated(5);
    const {codes} = at.admin.uniqueOffers;
    const had: string[] = [];
    const failing = (async () => {
      for await (const code of codes.list(EXTERNAL_ID, {pageSize: 2})) {
        had.push(code);
        if (had.length === 2) await at.sandbox.setFaults([{path: '/api', fault: 'status', status: 429, times: 1}]);
      }
    })();

    assert.equal((await errorOf(failing)).code, 'rate-limited');
    had.push(...(await collect(codes.list(EXTERNAL_ID, {pageSize: 2, offset: had.length}))));

    assert.deepEqual(had, all);
  });

  it('reports its progress after each page, with the total where the vendor has one', async () => {
    const {orders, catalog, couponCampaigns, dailyChains} = at.admin;
    const payment = {
      user: {id: {value: 'Rocket'}, country: {value: 'DE'}},
      purchase: {items: [{sku: 'com.xsolla.box_1', quantity: 1}]},
    };
    for (let left = 3; left > 0; left -= 1) await orders.createToken(payment);
    const progressOf = async (list: (options: PageOptions) => AsyncIterable<unknown>): Promise<unknown[]> => {
      const reports: unknown[] = [];
      await collect(list({pageSize: 2, onProgress: ({rows, total}) => reports.push([rows, total])}));
      return reports;
    };

    assert.deepEqual(await progressOf(orders.search), [
      [2, 3],
      [3, 3],
    ]);
    assert.deepEqual(
      await progressOf(catalog.items),
      [2, 4, 6, 8, 10, 11].map(rows => [rows, undefined]),
    );
    assert.deepEqual(await progressOf(dailyChains.list), [[2, undefined]]);
    assert.deepEqual(await progressOf(couponCampaigns.list), [[0, undefined]]);
    const wrong = {onProgress: 'loud' as never};
    assert.equal((await errorOf(collect(orders.search(wrong)))).code, 'config');
  });

  it('ends with an error when the server gives one page forever', async () => {
    const items = [{sku: 'x', name: {en: 'x'}}];
    const answers = [Response.json({items}), Response.json({items})];
    const fetch = async (): Promise<Response> => answers.shift() ?? Response.json({}, {status: 500});
    const admin = createAdmin({projectId: PROJECT, apiKey: KEY, fetch});
    const skus: string[] = [];

    const error = await errorOf(
      (async () => {
        for await (const {sku} of admin.valuePoints.list()) skus.push(sku);
      })(),
    );

    assert.deepEqual([error.code, skus], ['bad-answer', ['x']]);
  });
});
