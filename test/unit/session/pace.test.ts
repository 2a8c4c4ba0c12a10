import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createPacedTask} from '../../../src/session/pace.js';
import {FakeClock} from '../../support/fake-clock.js';
import {json} from '../../support/fake-api.js';
import {boardCall, sessionOver} from './make-session.js';
import {promisesDone} from '../../support/promises-done.js';

describe('A task that anybody may ask for', () => {
  function paced() {
    const clock = new FakeClock();
    const runs: number[] = [];
    const task = createPacedTask(() => runs.push(clock.now()), clock);
    return {clock, runs, task};
  }

  it('runs at once, five times', () => {
    const {runs, task} = paced();

    for (let call = 0; call < 5; call++) task.run();

    assert.deepEqual(runs, [0, 0, 0, 0, 0]);
  });

  it('runs once in five seconds after that, and the last call is not lost', async () => {
    const {clock, runs, task} = paced();
    for (let frame = 0; frame < 1_000; frame++) {
      task.run();
      clock.pass(16);
      await promisesDone();
    }

    clock.pass(60_000);
    await promisesDone();

    assert.ok(runs.length <= 5 + 16_000 / 5_000 + 1, String(runs.length));
    assert.ok(runs[runs.length - 1]! >= 16_000 - 16);
  });

  it('does not run after it was cancelled', async () => {
    const {clock, runs, task} = paced();
    for (let call = 0; call < 9; call++) task.run();

    task.cancel();
    clock.pass(60_000);
    await promisesDone();

    assert.equal(runs.length, 5);
  });
});

describe('session.refresh()', () => {
  it('in every frame asks the server now and then, and not after a sign-out', async () => {
    const {session, api, clock} = sessionOver({pollSeconds: 0});
    api.on(boardCall(101), () => json([{name: 'Ana', contributed_amount: 9}]));
    session.contributors(101).listen(() => undefined);
    for (let frame = 0; frame < 480; frame++) {
      session.refresh();
      clock.pass(16);
      await promisesDone();
    }
    assert.ok(api.requests.length <= 8, String(api.requests.length));
    session.refresh();
    session.signOut();
    const before = api.requests.length;

    clock.pass(60_000);
    await promisesDone();

    assert.equal(api.requests.length, before);
    session.destroy();
  });
});
