import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {prepareCheckout, returnUrl, toCheckoutUrl} from '../../../src/orders/checkout.js';
import type {Checkout, PaymentSettings} from '../../../src/session/context.js';
import {promisesDone} from '../../support/promises-done.js';

const LIVE = 'https://secure.xsolla.com/paystation4/?token=t';
const ORDER = {id: 641, token: 't'};

const settings = (changes: Partial<PaymentSettings> = {}): PaymentSettings => ({
  mode: 'window',
  sandbox: false,
  apiBase: 'https://store.xsolla.com/api',
  openCheckout: undefined,
  askHost: undefined,
  ...changes,
});

/** Puts a global of a page in place for the time of a test. */
function withGlobal(t: TestContext, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, {value, configurable: true});
  t.after(() => {
    Reflect.deleteProperty(globalThis, name);
    if (before) Object.defineProperty(globalThis, name, before);
  });
}

for (const [apiBase, sandbox, place] of [
  ['https://store.xsolla.com/api', false, 'https://secure.xsolla.com'],
  ['https://store.xsolla.com/api', true, 'https://sandbox-secure.xsolla.com'],
  ['https://shop.example/xsolla', false, 'https://secure.xsolla.com'],
  ['https://secure.xsolla.com.evil.example/api', true, 'https://sandbox-secure.xsolla.com'],
  ['http://127.0.0.1:8788/api', false, 'http://127.0.0.1:8788'],
  ['http://localhost:8788/api', true, 'http://localhost:8788'],
] as const)
  test(`the payment page for ${apiBase}${sandbox ? ', for tests,' : ''} is at ${place}`, () => {
    assert.equal(toCheckoutUrl({apiBase, sandbox}, 'a+b/#?&c'), `${place}/paystation4/?token=a%2Bb%2F%23%3F%26c`);
  });

test('without a browser no window opens, and that is no failure', async () => {
  const view = prepareCheckout(settings());

  assert.equal(await view.show(ORDER), false);
  view.close();
});

test('a window that cannot be opened or led to the payment page counts as blocked', async t => {
  withGlobal(t, 'open', () => {
    throw new DOMException('No windows here.', 'SecurityError');
  });
  assert.equal(await prepareCheckout(settings()).show(ORDER), false);
  const elsewhere = {
    closed: false,
    set opener(_value: unknown) {
      throw new DOMException('Another origin.', 'SecurityError');
    },
  };
  withGlobal(t, 'open', () => elsewhere);
  assert.equal(await prepareCheckout(settings()).show(ORDER), false);
});

test('the same tab goes to the payment page, and is not closed', async t => {
  const addresses: string[] = [];
  withGlobal(t, 'location', {assign: (address: string) => addresses.push(address)});
  const view = prepareCheckout(settings({mode: 'same-tab'}));
  view.close();

  assert.deepEqual([await view.show(ORDER), addresses], [true, [LIVE]]);
});

test('a game is asked to open its browser, and one that cannot leaves the order to be opened', async () => {
  const asked: object[] = [];
  const knowing = settings({mode: 'host', askHost: async checkout => asked.push(checkout) > 0});

  assert.equal(await prepareCheckout(knowing).show(ORDER), true);
  assert.deepEqual(asked, [{url: LIVE, orderId: 641}]);
  assert.equal(await prepareCheckout(settings({mode: 'host', askHost: async () => false})).show(ORDER), false);
});

test('the page’s own way gets address, token and order, and opens nothing else', async t => {
  withGlobal(t, 'open', () => assert.fail('a window was opened'));
  const got: Checkout[] = [];
  const view = prepareCheckout(settings({sandbox: true, openCheckout: checkout => void got.push(checkout)}));

  assert.equal(await view.show(ORDER), true);
  const url = 'https://sandbox-secure.xsolla.com/paystation4/?token=t';
  assert.deepEqual(got, [{url, token: 't', orderId: 641, sandbox: true}]);
});

test('an error in the page’s own way is the page’s, and the order waits to be opened', async t => {
  const errors: unknown[] = [];
  const caught = (error: unknown): void => void errors.push(error);
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', caught);
  t.after(() => {
    process.removeAllListeners('uncaughtException');
    others.forEach(listener => process.on('uncaughtException', listener));
  });
  const thrown = prepareCheckout(settings({openCheckout: () => assert.fail('thrown')}));
  const rejected = prepareCheckout(settings({openCheckout: async () => assert.fail('rejected')}));

  assert.deepEqual([await thrown.show(ORDER), await rejected.show(ORDER)], [false, true]);
  await promisesDone(3);
  assert.deepEqual(
    errors.map(error => (error as Error).message),
    ['thrown', 'rejected'],
  );
});

test('the way back is this page, without what the vendor adds and without its fragment', t => {
  const at = (href: string): string | undefined => {
    withGlobal(t, 'location', {href});
    return returnUrl(settings({mode: 'same-tab'}));
  };

  assert.equal(
    at('https://shop.example/a?b=1&status=done&invoice_id=2&user_id=3#code=x'),
    'https://shop.example/a?b=1',
  );
  assert.equal(at(`https://shop.example/a?b=${'1'.repeat(1_000)}`), 'https://shop.example/a');
  assert.equal(at(`https://shop.example/${'a'.repeat(1_000)}`), undefined);
  assert.equal(at('file:///shop/index.html'), undefined);
  assert.equal(returnUrl(settings()), undefined);
});
