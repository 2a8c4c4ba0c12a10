import assert from 'node:assert/strict';
import {test} from 'node:test';

import {explainErrors} from '../../../src/errors.js';
import {isLiveOpsError, LiveOpsError} from '../../../src/index.js';

test('an error carries its code and what is known of the answer', () => {
  const error = new LiveOpsError('invalid', 'Any words.', {status: 422, vendorCode: 1102});

  assert.ok(error instanceof Error);
  assert.deepEqual(
    [error.name, error.code, error.message, error.status, error.vendorCode],
    ['LiveOpsError', 'invalid', 'Any words.', 422, 1102],
  );
});

test('an error without an answer has neither status nor code of the vendor', () => {
  const error = new LiveOpsError('network', 'Any words.');

  assert.deepEqual([error.status, error.vendorCode], [undefined, undefined]);
  assert.equal('cause' in error, false);
});

test('an error of another copy of this package is known by its name', () => {
  assert.equal(isLiveOpsError(new LiveOpsError('host', 'Any words.')), true);
  assert.equal(isLiveOpsError({name: 'LiveOpsError', code: 'host'}), true);
});

test('anything else is no error of this package', () => {
  for (const value of [null, undefined, 'LiveOpsError', 5, {}, new Error('x'), new TypeError('LiveOpsError')]) {
    assert.equal(isLiveOpsError(value), false);
  }
});

test('a development build adds to the message and to nothing else', t => {
  explainErrors((message, code) => `${message} See ${code}.`);
  t.after(() => explainErrors(message => message));

  const error = new LiveOpsError('host', 'Any words.');

  assert.deepEqual([error.message, error.code], ['Any words. See host.', 'host']);
});
