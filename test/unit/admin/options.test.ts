import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {createAdmin, LiveOpsError, type AdminOptions} from '../../../src/admin/index.js';

const good = {projectId: 44056, merchantId: 2340, apiKey: 'key'};

function refusalOf(options: unknown): string {
  try {
    createAdmin(options as AdminOptions & {projectId: number});
  } catch (error) {
    assert.ok(error instanceof LiveOpsError);
    assert.equal(error.code, 'config');
    return error.message;
  }
  return 'accepted';
}

describe('createAdmin', () => {
  it('needs a key, and the id of a project or a company', () => {
    assert.match(refusalOf(undefined), /`projectId` or `merchantId`/);
    assert.match(refusalOf({apiKey: 'key'}), /`projectId` or `merchantId`/);
    for (const apiKey of [undefined, '', 'a b', 'ä', 5]) assert.match(refusalOf({...good, apiKey}), /^`apiKey`/);
    for (const id of [0, -1, 1.5, '44056', NaN]) {
      assert.match(refusalOf({...good, projectId: id}), /^`projectId`/);
      assert.match(refusalOf({...good, merchantId: id}), /^`merchantId`/);
    }
  });

  it('takes a limit of time and a fetch, and nothing else for them', () => {
    for (const timeoutMs of [0, 1.5, '1', 600_001]) assert.match(refusalOf({...good, timeoutMs}), /^`timeoutMs`/);
    assert.match(refusalOf({...good, fetch: 'fetch'}), /^`fetch`/);
    assert.equal(refusalOf({...good, timeoutMs: 1, fetch}), 'accepted');
  });

  it('takes a version for all calls that have moved, or for some of them', () => {
    for (const apiVersions of ['v1', 2, null, {promotions: 'v4'}, {bonuses: 'v2'}, ['v2']])
      assert.match(refusalOf({...good, apiVersions}), /^`apiVersions`/);
    for (const apiVersions of [undefined, 'v2', 'v3', {}, {promotions: 'v2'}, {rewardChains: 'v2', promotions: 'v3'}])
      assert.equal(refusalOf({...good, apiVersions}), 'accepted');
  });

  it('sends the key to the vendor’s hosts over https only, and to this machine', () => {
    const storeBases = {
      'https://store.xsolla.com/api': true,
      'https://store.xsolla.com/api/': true,
      'http://127.0.0.1:8788/api': true,
      'https://localhost:8788/api': true,
      'http://[::1]:8788/api': true,
      'http://store.xsolla.com/api': false,
      'https://store.xsolla.com:8443/api': false,
      'https://store.xsolla.com.evil.example/api': false,
      'https://evil.example/store.xsolla.com': false,
      'https://api.xsolla.com/api': false,
      'https://store.xsolla.com@evil.example/api': false,
      'https://user:pass@store.xsolla.com/api': false,
      'https://store.xsolla.com/api?x=1': false,
      'https://store.xsolla.com/api#x': false,
      'http://127.0.0.1.evil.example/api': false,
      'http://localhost.evil.example/api': false,
      '//evil.example': false,
      'store.xsolla.com': false,
      'file:///etc/passwd': false,
      'ftp://127.0.0.1/api': false,
      '': false,
    };

    for (const [storeBase, isGood] of Object.entries(storeBases)) {
      assert.equal(refusalOf({...good, storeBase}) === 'accepted', isGood, storeBase);
    }
    assert.match(refusalOf({...good, storeBase: 'https://evil.example'}), /^`storeBase` .*store\.xsolla\.com/);
    assert.match(refusalOf({...good, merchantBase: 'https://store.xsolla.com'}), /^`merchantBase` .*api\.xsolla\.com/);
    assert.equal(refusalOf({...good, merchantBase: 'https://api.xsolla.com/merchant/v2'}), 'accepted');
  });

  it('asks the vendor’s hosts unless told otherwise', async () => {
    const asked: string[] = [];
    const admin = createAdmin({
      ...good,
      fetch: async input => {
        asked.push(input as string);
        return Response.json({items: [], payment_systems: []});
      },
    });

    await admin.personalization.all();
    await admin.promotions.getPaymentSystems(17840);

    assert.deepEqual(asked, [
      'https://store.xsolla.com/api/v2/project/44056/admin/user/attribute/rule/all',
      'https://api.xsolla.com/merchant/v2/merchants/2340/promotions/17840/payment_systems',
    ]);
  });
});

describe('createAdmin in a browser', () => {
  const scope = globalThis as {window?: unknown; WorkerGlobalScope?: unknown};
  afterEach(() => {
    delete scope.window;
    delete scope.WorkerGlobalScope;
  });

  it('refuses to run in a page', () => {
    scope.window = {document: {}};
    assert.match(refusalOf(good), /must not run in a browser/);
  });

  it('refuses to run in a page’s worker', () => {
    scope.WorkerGlobalScope = class {};
    assert.match(refusalOf(good), /must not run in a browser/);
  });

  it('refuses to run in an app’s engine, which has no document either', t => {
    const {process} = globalThis;
    t.after(() => Object.assign(globalThis, {process}));

    for (const other of [undefined, {env: {}}, {versions: {}}]) {
      Object.assign(globalThis, {process: other});
      const refusal = refusalOf(good);
      Object.assign(globalThis, {process});
      assert.match(refusal, /must not run in a browser or an app/);
    }
  });

  it('cannot even be loaded under the browser’s condition', async () => {
    await assert.rejects(import('../../../src/admin/browser.js'), /must not be loaded in a browser/);
  });
});
