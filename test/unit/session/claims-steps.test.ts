import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {waitUntil} from '../../support/wait-until.js';
import {ASKING_FIRST, CLAIM_FAMILIES, type ClaimFamily} from '../claims/claim-families.js';
import {claiming} from '../claims/claiming.js';
import {statusOf} from '../stores/store-state.js';

const POST = 'POST claim';
const done = (): Response => new Response(null, {status: 204});

/** A session in which the step can be claimed, and the claim ends so. */
function claimable(family: ClaimFamily, end: () => Response | Promise<Response>) {
  const parts = claiming();
  parts.api.on(family.readCall, () => family.answer()).on(family.claimCall, end);
  return parts;
}

for (const family of CLAIM_FAMILIES)
  describe(`A claim of ${family.name}`, () => {
    const {before, read} = family;

    it('that is carried out is one request', async () => {
      const {session, sent} = claimable(family, done);

      await family.claim(session);

      assert.deepEqual(sent(), [...before, POST]);
    });

    it('that the server calls claimed already is a success', async () => {
      const {session, sent} = claimable(family, () => json({statusCode: 422, errorCode: 9912}, 422));

      await family.claim(session);

      assert.deepEqual(sent(), [...before, POST]);
    });

    it('that is refused rejects with the vendor’s reason', async () => {
      const {session, sent} = claimable(family, () => json({statusCode: 422, errorCode: 9913}, 422));

      await assert.rejects(family.claim(session), {code: 'not-enough-points', status: 422, vendorCode: 9913});
      assert.deepEqual(sent(), [...before, POST]);
    });

    for (const [what, answer] of [
      ['lost', () => Promise.reject(new TypeError('Failed to fetch'))],
      ['one of a failing server', () => json({}, 502)],
      ['one of a firewall', () => new Response('<h1>Blocked</h1>', {status: 403})],
      ['a success that cannot be read', () => new Response('{"order_', {status: 200})],
    ] as [string, () => Response | Promise<Response>][]) {
      it(`with an answer that is ${what} is looked up: claimed now is a success`, async () => {
        const {session, api, sent} = claimable(family, () => {
          api.on(family.readCall, () => family.answer('claimed'));
          return answer();
        });

        await family.claim(session);

        assert.deepEqual(sent(), [...before, POST, read]);
      });

      it(`with an answer that is ${what} is looked up and sent once more: not claimed stays unknown`, async () => {
        const {session, sent} = claimable(family, answer);

        await assert.rejects(family.claim(session), {code: 'outcome-unknown'});
        assert.deepEqual(sent(), [...before, POST, read, POST, read]);
      });
    }

    it('is followed by a request for what is shown', async () => {
      const {session, api} = claimable(family, done);
      const store = family.store(session);
      api.on(family.listCall, () => family.list());
      store.listen(() => undefined);
      await waitUntil(() => statusOf(store) === 'ready', 'the chains');
      api.on(family.listCall, () => family.list('claimed'));

      await family.claim(session);

      await waitUntil(() => family.isClaimed(session), 'the claimed step');
    });

    it('with a refused token is sent once more with another', async () => {
      const {session, api} = claimable(family, done);
      api.on(family.claimCall, ({headers}) =>
        headers.get('authorization') === 'Bearer token-2' ? done() : json({statusCode: 401, errorCode: 1501}, 401),
      );

      await family.claim(session);

      const posts = api.requests.filter(({method}) => method === 'POST');
      assert.deepEqual(
        posts.map(({headers}) => headers.get('authorization')),
        ['Bearer token-1', 'Bearer token-2'],
      );
    });

    it('that is refused with two tokens asks for a sign-in', async () => {
      const {session, sent} = claimable(family, () => json({statusCode: 401, errorCode: 1501}, 401));

      await assert.rejects(family.claim(session), {code: 'auth-required'});
      assert.deepEqual(sent(), [...before, POST, POST]);
    });
  });

for (const family of ASKING_FIRST)
  describe(`Before a claim of ${family.name}`, () => {
    const {read} = family;

    it('the server is asked, and what it shows as claimed is a success without another request', async () => {
      const {session, api, sent} = claimable(family, done);
      api.on(family.readCall, () => family.answer('claimed'));

      await family.claim(session);

      assert.deepEqual(sent(), [read]);
    });

    it('the server is asked, and what cannot be claimed is not sent', async () => {
      const {session, api, sent} = claimable(family, done);
      api.on(family.readCall, () => family.answer('closed'));
      const errors: string[] = [];
      session.onError(({code}) => void errors.push(code));

      await assert.rejects(family.claim(session), {code: 'not-available', status: undefined});
      assert.deepEqual([sent(), errors], [[read], ['not-available']]);
    });

    for (const [what, answer, code] of [
      ['does not know the chain', () => json({statusCode: 404, errorCode: 4001}, 404), 'not-found'],
      ['gives something else', () => json({id: 999, steps: []}), 'bad-answer'],
      ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
    ] as [string, () => Response | Promise<Response>, string][])
      it(`nothing is sent where the server ${what}`, async () => {
        const {session, api, sent} = claimable(family, done);
        api.on(family.readCall, answer);

        await assert.rejects(family.claim(session), {code});
        assert.ok(!sent().includes(POST));
      });
  });

test('a day that the chain does not have is not found, and nothing is sent', async () => {
  const family = ASKING_FIRST[0]!;
  const {session, sent} = claimable(family, done);

  await assert.rejects(session.claimDay(201, 9), {code: 'not-found', status: undefined});
  assert.deepEqual(sent(), [family.read]);
});

for (const [member, names] of [
  ['claimStep', ['chainId', 'stepId']],
  ['claimDay', ['chainId', 'stepNumber']],
] as const)
  test(`${member}() refuses a number that is none, without a request`, async () => {
    const {session, sent} = claiming();

    for (const id of [0, -1, 1.5, NaN, '101', '1/../2'] as number[]) {
      const message = names.map(name => new RegExp(`\`${name}\``));
      await assert.rejects(session[member](id, 1), {code: 'config', message: message[0]!}, String(id));
      await assert.rejects(session[member](1, id), {code: 'config', message: message[1]!}, String(id));
    }
    assert.deepEqual(sent(), []);
  });
