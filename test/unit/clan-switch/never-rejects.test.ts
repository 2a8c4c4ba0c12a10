import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {granted} from './parts.js';
import {lists, switchOver} from './make-switch.js';

const mistake = new Error('a mistake of somebody else');
const send = async () => lists(granted('box'));
const rejects = () => Promise.reject(mistake);
const throws = () => {
  throw mistake;
};

for (const [what, plan] of [
  ['a look at the chains that rejects', {readChains: rejects}],
  ['a look at the chains that throws', {readChains: throws}],
  ['an update that rejects', {send: rejects}],
  ['an update that throws', {send: throws}],
  ['a player who cannot be told', {identify: rejects}],
] as [string, Parameters<typeof switchOver>[0]][]) {
  test(`${what} fails the switch, which does not reject`, async () => {
    const {clanSwitch} = switchOver(plan);

    assert.equal(await clanSwitch.switchClan(), 'not-sent');

    const state = clanSwitch.$state.get();
    assert.equal(state.status === 'failed' && state.error.name, 'LiveOpsError');
    assert.ok(state.status === 'failed' && !state.error.message.includes(mistake.message));
  });
}

/** A listener's mistake is the page's own and may be reported as such; here such reports are taken out of the way. */
function withoutReports(t: TestContext): void {
  const queue = globalThis.queueMicrotask;
  const quiet = (task: () => void): void => {
    try {
      task();
    } catch (error) {
      assert.equal(error, mistake);
    }
  };
  t.mock.method(globalThis, 'queueMicrotask', (task: () => void) => queue(() => quiet(task)));
}

test('a listener of the state that throws neither rejects the switch nor loses its receipt', async t => {
  withoutReports(t);
  const {clanSwitch} = switchOver({send});
  clanSwitch.$state.listen(throws);

  assert.equal(await clanSwitch.switchClan(), 'rewarded');

  assert.equal(clanSwitch.$receipts.get().length, 1);
});

test('a listener of the receipts that throws does not turn a granted switch into one that was not sent', async t => {
  withoutReports(t);
  const {clanSwitch, status} = switchOver({send});
  clanSwitch.$receipts.listen(throws);

  assert.equal(await clanSwitch.switchClan(), 'rewarded');

  assert.equal(status(), 'settled');
});
