import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {createTokenBroker} from '../../../src/auth/token-broker.js';
import {tokenFrom} from '../../../src/auth/token-url.js';
import {promisesDone} from '../../support/promises-done.js';

const PAGE = 'https://shop.example/clan?x=1';

/** A page at this fragment; what its history was told, and the codes that its studio was asked with. */
function pageAt(t: TestContext, hash: string) {
  const replaced: unknown[][] = [];
  const location = {hash, href: PAGE + hash};
  const history = {
    state: {of: 'the page'},
    replaceState: (...given: unknown[]) => {
      replaced.push(given);
      location.href = String(given[2]);
      location.hash = '';
    },
  };
  for (const [name, value] of Object.entries({location, history})) {
    Object.defineProperty(globalThis, name, {value, configurable: true});
    t.after(() => Reflect.deleteProperty(globalThis, name));
  }
  const codes: (string | undefined)[] = [];
  const broker = createTokenBroker({getToken: ({code}) => `token-${codes.push(code)}`});
  return {broker, replaced, codes};
}

test('a one-time code goes to the studio once, and leaves the address with the page’s own state kept', async t => {
  const {broker, replaced, codes} = pageAt(t, '#code=Ab_9.~-z');

  await broker.refresh(await broker.token());

  assert.deepEqual(codes, ['Ab_9.~-z', undefined]);
  assert.deepEqual(replaced, [[{of: 'the page'}, '', PAGE]]);
});

for (const hash of [
  '',
  '#',
  '#code=',
  '#code',
  '#code=a&state=b',
  '#state=b&code=a',
  '#a#code=b',
  '#code=ä',
  '#code=a b',
])
  test(`"${hash}" is the page’s own and stays`, async t => {
    const {broker, replaced, codes} = pageAt(t, hash);

    await broker.token();

    assert.deepEqual([codes, replaced], [[undefined], []]);
  });

test('a one-time code stays until it brought a token: a network that fails costs nothing', async t => {
  const {codes} = pageAt(t, '#code=once');
  let fails = 2;
  const broker = createTokenBroker({
    getToken({code}) {
      codes.push(code);
      if (fails-- > 0) throw new TypeError('Failed to fetch');
      return 'token';
    },
  });
  await assert.rejects(broker.token(), {code: 'network'});
  await assert.rejects(broker.token(), {code: 'network'});

  await broker.refresh(await broker.token());

  assert.deepEqual(codes, ['once', 'once', 'once', undefined]);
});

for (const [title, answers, expected] of [
  ['brought a token, then they go without it', ['token-1', 'token-2'], ['once', undefined]],
  ['brought none, then the next one has it', ['', 'token-2'], ['once', 'once']],
] as const)
  test(`a code is with one request at a time; others wait until it ${title}`, async t => {
    const {codes} = pageAt(t, '#code=once');
    const finish: (() => void)[] = [];
    const getToken = async ({code}: {code?: string | undefined}): Promise<string> => {
      const answer = answers[codes.push(code) - 1] ?? '';
      await new Promise<void>(resolve => finish.push(resolve));
      return answer;
    };
    const both = [createTokenBroker({getToken}), createTokenBroker({getToken})].map(broker => broker.token());
    void Promise.allSettled(both);
    await promisesDone();
    assert.deepEqual(codes, ['once']);

    finish[0]!();
    await promisesDone();
    finish[1]!();
    await Promise.allSettled(both);

    assert.deepEqual(codes, expected);
  });

test('a code goes to token-url in the body of a POST, until it brought a token', async t => {
  pageAt(t, '#code=once');
  const calls: (readonly [string | undefined, string, boolean])[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const {body} = init ?? {};
    calls.push([
      init?.method,
      String((body as URLSearchParams | undefined) ?? ''),
      String(input as string).includes('once'),
    ]);
    return calls.length === 1 ? new Response('', {status: 503}) : Response.json({token: 'token', expires_in: 600});
  };
  const origin = 'https://shop.example';
  const broker = createTokenBroker({getToken: tokenFrom('/token', {document: {baseURI: `${origin}/`}, origin, fetch})});
  await assert.rejects(broker.token(), {code: 'server'});

  await broker.refresh(await broker.token());

  assert.deepEqual(calls, [
    ['POST', 'code=once', false],
    ['POST', 'code=once', false],
    [undefined, '', false],
  ]);
});
