import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {sendStepClaim} from '../../../src/reward-chains/calls.js';
import {FakeApi, json} from '../../support/fake-api.js';
import {httpOver} from '../http/fake-http.js';

const STEP = {projectId: 44056, chainId: 101, stepId: 1002};
const CALL = 'POST v2/project/44056/user/reward_chain/101/step/1002/claim';

function claimOver(answer: () => Response | Promise<Response>) {
  const api = new FakeApi().on(CALL, answer);
  return {api, claim: () => sendStepClaim(httpOver(api.fetch), STEP, 'token-1')};
}

/** The end of a claim is unknown, and it was sent once. */
async function assertUnknown(answer: () => Response | Promise<Response>, message = ''): Promise<void> {
  const {api, claim} = claimOver(answer);
  await assert.rejects(claim, {code: 'outcome-unknown', status: undefined}, message);
  assert.equal(api.requests.length, 1, message);
}

function page(status: number): Response {
  return new Response('<h1>Welcome</h1>', {status, headers: {'content-type': 'text/html'}});
}

test('a failing server may have carried out a claim, whatever it says', async () => {
  for (const status of [500, 502, 503, 504]) {
    await assertUnknown(() => json({statusCode: status, errorCode: 9913}, status), String(status));
    await assertUnknown(() => page(status), String(status));
  }
});

test('a refusal that is not in the vendor’s words may come from anybody', async () => {
  for (const status of [400, 403, 404, 405, 422, 429]) {
    await assertUnknown(() => page(status), String(status));
    await assertUnknown(() => json({}, status), String(status));
  }
});

test('a conflict, a time-out or a redirect proves nothing, also with a code of the vendor', async () => {
  for (const status of [304, 408, 409, 418]) {
    const answer = () => new Response(status === 304 ? null : '{"errorCode": 9912}', {status});
    await assertUnknown(answer, String(status));
  }
});

test('a refused token needs no words', async () => {
  const {api, claim} = claimOver(() => page(401));

  await assert.rejects(claim, {code: 'auth-required', status: 401});
  assert.equal(api.requests.length, 1);
});

test('a page in place of the answer is no success', async () => {
  await assertUnknown(() => page(200));
});

test('an answer that breaks off has an unknown end', async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"errorCode": 99'));
      controller.error(new TypeError('terminated'));
    },
  });

  await assertUnknown(() => new Response(broken, {status: 422}));
});

test('after 30 seconds the end of a claim is unknown, and the request is given up', async t => {
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
