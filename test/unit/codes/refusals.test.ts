import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {codeReasonOf, toCodeFailure} from '../../../src/codes/refusals.js';
import {LiveOpsError, type LiveOpsErrorCode} from '../../../src/errors.js';

type Row = readonly [status: number, errorCode: number, textCode: number | undefined, code: string, reason: string];

function failureOf([status, errorCode, textCode]: readonly [number, number, (number | undefined)?]): LiveOpsError {
  const errorMessage = `${textCode ? `[0401-${textCode}]: ` : ''}Coupon expired, limit reached, not in your region.`;
  // The status in the body is another one in some of the vendor's examples.
  const text = JSON.stringify({statusCode: 404, errorCode, errorMessage});
  const failure = toCodeFailure({status, headers: new Headers(), text});
  assert.ok(failure);
  return failure;
}

const ROWS: readonly Row[] = [
  [401, 1501, 1501, 'auth-required', 'sign-in'],
  [403, 0, undefined, 'forbidden', 'sign-in'],
  [404, 9811, 9811, 'code-unknown', 'unknown'],
  [404, 4001, 9807, 'code-unknown', 'unknown'],
  [404, 4001, undefined, 'code-unknown', 'unknown'],
  [404, 9802, 9802, 'code-unknown', 'unknown'],
  [404, 4001, 4001, 'not-available', 'not-available'],
  [404, 4001, 9502, 'not-available', 'not-available'],
  [404, 9502, undefined, 'not-available', 'not-available'],
  [404, 0, undefined, 'not-found', 'other'],
  [405, 0, undefined, 'invalid', 'not-a-code'],
  [422, 9804, 9804, 'code-limit', 'limit'],
  [422, 9808, 9808, 'code-region', 'region'],
  [422, 9808, 9804, 'code-region', 'region'],
  [422, 9810, 9810, 'code-expired', 'expired'],
  [422, 1102, 9810, 'code-expired', 'expired'],
  [422, 1102, 1102, 'invalid', 'other'],
  [422, 1401, 1401, 'invalid', 'cart'],
  [422, 1411, undefined, 'invalid', 'cart'],
  [422, 1200, undefined, 'invalid', 'wrong-kind'],
  [422, 1460, undefined, 'limit-exceeded', 'limit'],
  [422, 1455, undefined, 'not-available', 'not-available'],
  [422, 1601, undefined, 'code-region', 'region'],
  [422, 1551, undefined, 'invalid', 'other'],
  [404, 9804, undefined, 'not-found', 'other'],
  [429, 0, undefined, 'rate-limited', 'too-many'],
  [500, 9804, 9804, 'server', 'unreachable'],
];

describe('A refused code', () => {
  for (const row of ROWS) {
    const [status, errorCode, textCode, code, reason] = row;
    it(`with HTTP ${status}, code ${errorCode} and ${textCode ?? 'none'} in the text is ${code}, ${reason}`, () => {
      const failure = failureOf([status, errorCode, textCode]);

      assert.deepEqual([failure.code, codeReasonOf(failure), failure.status], [code, reason, status]);
    });
  }

  it('carries the code that decided, for support', () => {
    assert.equal(failureOf([404, 4001, 9807]).vendorCode, 9807);
    assert.equal(failureOf([422, 9808, 9804]).vendorCode, 9808);
  });

  it('keeps the wait that the server asks for', () => {
    const text = '{"errorCode": 9804}';
    const failure = toCodeFailure({status: 422, headers: new Headers({'retry-after': '7'}), text});

    assert.equal(failure?.retryAfterSec, 7);
  });

  it('that is no JSON of the vendor’s is told by its status alone', () => {
    const failure = toCodeFailure({status: 404, headers: new Headers(), text: '<h1>[0401-9811]</h1>'});

    assert.deepEqual([failure?.code, codeReasonOf(failure as LiveOpsError)], ['not-found', 'other']);
  });

  it('has a reason for errors of other calls, too', () => {
    const reasonOf = (code: LiveOpsErrorCode): string => codeReasonOf(new LiveOpsError(code, ''));

    assert.deepEqual((['network', 'outcome-unknown', 'config', 'auth-required'] as const).map(reasonOf), [
      'unreachable',
      'no-answer',
      'other',
      'sign-in',
    ]);
  });
});
