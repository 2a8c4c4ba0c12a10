import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';

import type {Session} from '../../../src/index.js';
import type {SessionInternals} from '../../../src/session/core.js';
import {composeSession} from '../../support/compose-session.js';
import type {TokenReason} from '../../../src/auth/token.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {waitUntil} from '../../support/wait-until.js';
import {FakeClock} from '../../support/fake-clock.js';
import {errorIn, statusOf} from '../stores/store-state.js';

const CONTRIBUTORS = '/api/v2/project/44056/user/clan/contributors';

let sandbox: SandboxControl;
const sessions: Session[] = [];
before(async () => void (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterEach(() => sessions.splice(0).forEach(session => session.destroy()));
after(() => sandbox.close());

/** A session whose tokens live so many seconds, in turn and then the last, and the reasons why it asked for them. */
function signIn(lives: readonly number[], internals: SessionInternals = {}) {
  const reasons: TokenReason[] = [];
  const getToken = ({reason}: {reason: TokenReason}): Promise<string> => {
    const life = lives[Math.min(reasons.push(reason), lives.length) - 1];
    return sandbox.token('Rocket', life);
  };
  const session = composeSession({projectId: 44056, apiBase: sandbox.apiBase, getToken}, internals);
  sessions.push(session);
  return {session, board: session.contributors(101), reasons};
}

async function statuses(): Promise<number[]> {
  return (await sandbox.readLog()).filter(({path}) => path.startsWith(CONTRIBUTORS)).map(({status}) => status);
}

test('a token about to end is renewed before the server refuses it', async () => {
  const clock = new FakeClock();
  const {board, reasons} = signIn([40, 600], {clock});
  await board.reload();

  clock.pass(30_000);
  await board.reload();

  assert.deepEqual(reasons, ['start', 'expiring']);
  assert.deepEqual(await statuses(), [200, 200]);
});

test('a token that the server finds expired is renewed, and the player sees the rows', async () => {
  const {board, reasons} = signIn([-5, 600]);

  await board.reload();

  assert.equal(statusOf(board), 'ready');
  assert.deepEqual(reasons, ['start', 'rejected']);
  assert.deepEqual(await statuses(), [401, 200]);
});

test('several refusals at once ask for one token', async () => {
  const {session, reasons} = signIn([-5, 600]);
  const stores = [101, 102, 103].map(chain => session.contributors(chain));

  await Promise.all([session.$rewardChains, ...stores].map(store => store.reload()));

  assert.ok(stores.every(store => statusOf(store) === 'ready'));
  assert.deepEqual(reasons, ['start', 'rejected']);
});

test('a player whose tokens are all refused is signed out, and nothing more is sent', async () => {
  const clock = new FakeClock();
  const {session, board, reasons} = signIn([-5], {clock});
  const codes: string[] = [];
  session.onError(({code}) => void codes.push(code));
  board.listen(() => undefined);
  await waitUntil(() => statusOf(board) === 'failed', 'the end of the attempt');

  clock.pass(3_600_000);

  assert.equal(errorIn(board)?.code, 'auth-required');
  assert.deepEqual([reasons, codes], [['start', 'rejected'], ['auth-required']]);
  assert.deepEqual(await statuses(), [401, 401]);
});

test('refresh() after a sign-in brings the rows back', async () => {
  const {session, board} = signIn([-5, -5, 600]);
  board.listen(() => undefined);
  await waitUntil(() => statusOf(board) === 'failed', 'the player to be signed out');

  session.refresh();

  await waitUntil(() => statusOf(board) === 'ready', 'the rows');
});

test('a limit for the whole answer ends a body that stalls', async () => {
  const {board} = signIn([600], {readTimeoutMs: 100});
  await sandbox.setFaults([{path: CONTRIBUTORS, fault: 'stall', bytes: 10}]);

  await board.reload();

  assert.equal(errorIn(board)?.code, 'timeout');
});

test('a studio that does not answer in time is asked again, and nobody is signed out', async () => {
  const clock = new FakeClock();
  const grants = [new Promise<string>(() => undefined), sandbox.token('Rocket')];
  const getToken = async (): Promise<string> => await (grants.shift() ?? '');
  const session = composeSession({projectId: 44056, apiBase: sandbox.apiBase, getToken}, {tokenTimeoutMs: 20, clock});
  sessions.push(session);
  const board = session.contributors(101);
  board.listen(() => undefined);
  await waitUntil(() => statusOf(board) === 'failed', 'the end of the attempt');
  assert.deepEqual([errorIn(board)?.code, session.$signedOut.value], ['timeout', false]);

  clock.pass(3_600_000);
  await waitUntil(() => statusOf(board) === 'ready', 'the rows of the next poll');
});
