import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LiveOpsError, type LiveOpsErrorCode} from '../../../src/errors.js';
import {settleClaim} from '../../../src/claims/settle-claim.js';
import {type ClaimEnd, isCertain, type StepEvidence, verdictOf} from '../../../src/claims/verdict.js';

const done = (): Promise<void> => Promise.resolve();
const refusal = (code: LiveOpsErrorCode, status?: number) => () =>
  Promise.reject(new LiveOpsError(code, 'Any words.', {status}));
const lost = refusal('outcome-unknown');

/** A claim whose requests end so and which the server shows so, one after the other; `calls` tells what was used. */
function claim(ends: readonly (() => Promise<void>)[], evidence: readonly (StepEvidence | LiveOpsErrorCode)[] = []) {
  const calls: string[] = [];
  const [sends, looks] = [[...ends], [...evidence]];
  const finished = settleClaim({
    send: () => (calls.push('send'), sends.shift()!()),
    async check() {
      calls.push('check');
      const next = looks.shift()!;
      if (next === 'claimed' || next === 'claimable' || next === 'unclear') return next;
      throw new LiveOpsError(next, 'Any words.');
    },
  });
  return {finished, calls};
}

test('a claim that is carried out is sent once, and nothing is looked up', async () => {
  const {finished, calls} = claim([done]);

  await finished;

  assert.deepEqual(calls, ['send']);
});

test('a step that the server calls claimed already is a success', async () => {
  const {finished, calls} = claim([refusal('already-claimed')]);

  await finished;

  assert.deepEqual(calls, ['send']);
});

for (const code of ['not-enough-points', 'not-found', 'auth-required', 'invalid', 'network', 'aborted'] as const) {
  test(`a claim that is not carried out for ${code} rejects so and is not looked up`, async () => {
    const {finished, calls} = claim([refusal(code)]);

    await assert.rejects(finished, {code});
    assert.deepEqual(calls, ['send']);
  });
}

test('a lost answer is a success where the step is claimed, and is sent once', async () => {
  const {finished, calls} = claim([lost], ['claimed']);

  await finished;

  assert.deepEqual(calls, ['send', 'check']);
});

test('a lost answer stays unknown where nothing clear is seen, and is sent once', async () => {
  for (const seen of ['unclear', 'network', 'server', 'bad-answer', 'auth-required'] as const) {
    const {finished, calls} = claim([lost], [seen]);

    await assert.rejects(finished, {code: 'outcome-unknown'}, seen);
    assert.deepEqual(calls, ['send', 'check'], seen);
  }
});

for (const [what, second] of [
  ['carried out', done],
  ['found claimed already', refusal('already-claimed')],
] as const)
  test(`a claim that is lost on its way is ${what} at the second request`, async () => {
    const {finished, calls} = claim([lost, second], ['claimable']);

    await finished;

    assert.deepEqual(calls, ['send', 'check', 'send']);
  });

for (const second of ['outcome-unknown', 'not-enough-points', 'rate-limited', 'auth-required', 'aborted'] as const) {
  test(`a second request that ends as ${second} leaves the end of the first to a second look`, async () => {
    const [claimed, open] = ['claimed', 'claimable'].map(last =>
      claim([lost, refusal(second)], ['claimable', last as StepEvidence]),
    );

    await claimed!.finished;
    await assert.rejects(open!.finished, {code: 'outcome-unknown'});

    assert.deepEqual(open!.calls, ['send', 'check', 'send', 'check']);
  });
}

test('“too many” is looked up, since it may answer a copy that the browser sent, and nothing is sent again', async () => {
  const [claimed, open] = [
    claim([refusal('rate-limited')], ['claimed']),
    claim([refusal('rate-limited')], ['claimable']),
  ];

  await claimed.finished;
  await assert.rejects(open.finished, {code: 'rate-limited'});

  assert.deepEqual(open.calls, ['send', 'check']);
});

test('a lost answer with a wait that somebody asked for is looked up, and nothing is sent again', async () => {
  const putOff = () => Promise.reject(new LiveOpsError('outcome-unknown', 'Any words.', {retryAfterSec: 60}));
  const [claimed, open] = [claim([putOff], ['claimed']), claim([putOff], ['claimable'])];

  await claimed.finished;
  await assert.rejects(open.finished, {code: 'outcome-unknown', retryAfterSec: 60});

  assert.deepEqual(open.calls, ['send', 'check']);
});

test('a 422 that does not say which is looked up, since it may stand for “claimed already”', async () => {
  const [claimed, open] = [
    claim([refusal('invalid', 422)], ['claimed']),
    claim([refusal('invalid', 422)], ['unclear']),
  ];

  await claimed.finished;
  await assert.rejects(open.finished, {code: 'invalid', status: 422});

  assert.deepEqual(open.calls, ['send', 'check']);
});

test('a claim that is read first is not sent where it is claimed, nor where it cannot be', async () => {
  const never = (): never => assert.fail('sent');
  const settle = (before: () => Promise<'claimed' | 'claimable'>): Promise<void> =>
    settleClaim({before, send: never, check: never});

  await settle(() => Promise.resolve('claimed'));
  await assert.rejects(
    settle(() => Promise.reject(new LiveOpsError('not-available', 'Any words.'))),
    {code: 'not-available'},
  );
});

test('of all ends and looks, only a claim that was lost and is claimable is sent again, once', () => {
  const ends: readonly ClaimEnd[] = ['claimed', 'refused', 'doubted', 'lost', 'put-off'];
  const seen: readonly StepEvidence[] = ['claimed', 'claimable', 'unclear'];
  const again: unknown[] = [];
  for (const end of ends)
    for (const evidence of seen)
      for (const isFirst of [true, false])
        if (!isCertain(end, isFirst) && verdictOf(end, evidence, isFirst) === 'send-again')
          again.push([end, evidence, isFirst]);

  assert.deepEqual(again, [['lost', 'claimable', true]]);
});
