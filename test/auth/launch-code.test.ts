import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {createTokenBroker} from '../../src/auth/token-broker.js';

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
