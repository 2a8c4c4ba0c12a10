import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LiveOpsError} from '../../../src/errors.js';
import {type SwitchEnd, toOutcome} from '../../../src/clan-switch/outcome.js';
import type {SwitchRecord} from '../../../src/claims/record.js';

const record = (complete: boolean): SwitchRecord => ({
  id: 'a',
  state: 'received',
  at: '2025-01-01T00:00:00.000Z',
  tries: 1,
  volatile: false,
  snapshot: [],
  rewards: [],
  complete,
});

for (const [outcome, what, end] of [
  ['rewarded', 'a complete receipt', {kind: 'received', record: record(true)}],
  ['uncertain', 'a receipt that may be incomplete', {kind: 'received', record: record(false)}],
  ['uncertain', 'a switch whose end is still looked up', {kind: 'open', record: record(false)}],
  ['nothing', 'an answer that lists nothing where nothing was owed', {kind: 'nothing'}],
  ['nothing', 'the same clan as before', {kind: 'unchanged', snapshot: []}],
  ['not-sent', 'a refusal', {kind: 'refused', error: new LiveOpsError('forbidden', 'No.')}],
] as [string, string, SwitchEnd][]) {
  test(`${what} is called ${outcome}`, () => assert.equal(toOutcome(end), outcome));
}
