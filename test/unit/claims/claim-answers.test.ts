import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {describe, it} from 'node:test';

import {sendDayClaim} from '../../../src/daily-chains/calls.js';
import {sendStepClaim} from '../../../src/reward-chains/calls.js';
import {FakeApi, json} from '../../support/fake-api.js';
import {httpOver} from '../http/fake-http.js';

const PROJECT = 'v2/project/44056/user';

/** The claims of each family, and the call that each sends. */
const CLAIMS = {
  'a reward step': {
    call: `POST ${PROJECT}/reward_chain/101/step/1002/claim`,
    send: (fetch: typeof globalThis.fetch) =>
      sendStepClaim(httpOver(fetch), {projectId: 44056, chainId: 101, stepId: 1002}, 'token-1'),
  },
  'a day': {
    call: `POST ${PROJECT}/daily_chain/201/step/number/3/claim`,
    send: (fetch: typeof globalThis.fetch) =>
      sendDayClaim(httpOver(fetch), {projectId: 44056, chainId: 201, stepNumber: 3}, 'token-1'),
  },
};

function page(status: number): Response {
  return new Response('<h1>Welcome</h1>', {status, headers: {'content-type': 'text/html'}});
}

for (const [name, {call, send}] of Object.entries(CLAIMS))
  describe(`The claim of ${name}`, () => {
    function claimOver(answer: () => Response | Promise<Response>) {
      const api = new FakeApi().on(call, answer);
      return {api, claim: () => send(api.fetch)};
    }

    /** The end of a claim is unknown, and it was sent once. */
    async function assertUnknown(answer: () => Response | Promise<Response>, message = ''): Promise<void> {
      const {api, claim} = claimOver(answer);
      await assert.rejects(claim, {code: 'outcome-unknown', status: undefined}, message);
      assert.equal(api.requests.length, 1, message);
    }

    it('that is carried out is answered without a body', async () => {
      const {api, claim} = claimOver(() => new Response(null, {status: 204}));

      await claim();
      assert.equal(api.requests.length, 1);
    });

    it('may have been carried out by a failing server, whatever it says', async () => {
      for (const status of [500, 502, 503, 504]) {
        await assertUnknown(() => json({statusCode: status, errorCode: 9913}, status), String(status));
        await assertUnknown(() => page(status), String(status));
      }
    });

    it('has an unknown end where a refusal is not in the vendor’s words, since it may come from anybody', async () => {
      for (const status of [400, 403, 404, 405, 422, 429]) {
        await assertUnknown(() => page(status), String(status));
        await assertUnknown(() => json({}, status), String(status));
      }
    });

    it('has an unknown end after a conflict, a time-out or a redirect, also with a code of the vendor', async () => {
      for (const status of [304, 408, 409, 418]) {
        const answer = () => new Response(status === 304 ? null : '{"errorCode": 9912}', {status});
        await assertUnknown(answer, String(status));
      }
    });

    it('is refused for its token without any words', async () => {
      const {api, claim} = claimOver(() => page(401));

      await assert.rejects(claim, {code: 'auth-required', status: 401});
      assert.equal(api.requests.length, 1);
    });

    it('is no success where a page comes in place of the answer', async () => {
      await assertUnknown(() => page(200));
    });

    it('has an unknown end where the answer breaks off', async () => {
      const broken = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"errorCode": 99'));
          controller.error(new TypeError('terminated'));
        },
      });

      await assertUnknown(() => new Response(broken, {status: 422}));
    });

    it('has an unknown end after 30 seconds, and the request is given up', async t => {
      t.mock.timers.enable({apis: ['setTimeout']});
      const {api, claim} = claimOver(() => new Promise(() => undefined));
      let code: unknown;
      const done = claim().catch((error: {code: unknown}) => (code = error.code));
      while (!api.requests.length) await setImmediate();

      t.mock.timers.tick(29_999);
      await setImmediate();
      assert.deepEqual([code, api.requests[0]!.signal.aborted], [undefined, false]);
      t.mock.timers.tick(1);
      await done;

      assert.deepEqual([code, api.requests[0]!.signal.aborted], ['outcome-unknown', true]);
    });
  });
