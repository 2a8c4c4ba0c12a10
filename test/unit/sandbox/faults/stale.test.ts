import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {FaultRule} from '../../../../demo/sandbox/faults/faults.js';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

const USER_PATH = '/api/v2/project/44056/user';

describe('the fault "stale"', () => {
  let now = Date.UTC(2026, 0, 5);
  let sandbox: Sandbox;
  let rocket: Visitor;
  before(async () => {
    sandbox = await startSandbox({port: 0, now: () => now});
    rocket = await Visitor.signIn(sandbox, 'Rocket');
  });
  beforeEach(async () => {
    await control(sandbox, 'POST', '/reset');
    now += 3_600_000;
  });
  after(async () => await sandbox.close());

  const arrange = async (...rules: FaultRule[]): Promise<void> => {
    await controlled(sandbox, 'PUT', '/faults', rules);
  };
  const move = async (): Promise<void> => {
    await rocket.setClan('ravens');
    await rocket.updateClan();
  };
  const seen = async (): Promise<readonly unknown[]> => {
    const {value_point, top_contributors, steps} = await rocket.chain(101);
    return [value_point.amount, top_contributors.map(({name}) => name), steps.map(step => step.is_claimed)];
  };

  it('answers reads from the state of so many seconds ago', async () => {
    const wolves = await seen();
    await move();
    const ravens = await seen();
    assert.notDeepEqual(ravens, wolves);
    await arrange({path: '/api', fault: 'stale', seconds: 30});

    assert.deepEqual(await seen(), wolves);
    now += 29_999;
    assert.deepEqual(await seen(), wolves);
    now += 1;
    assert.deepEqual(await seen(), ravens);
  });

  it('shows each change when its own time has come', async () => {
    const amounts: number[] = [];
    await arrange({path: '/api', fault: 'stale', seconds: 10});
    for (let step = 0; step < 5; step++) {
      await rocket.contribute(101, 100);
      amounts.push((await rocket.balance(101)).amount);
      now += 5_000;
    }

    const [first = 0] = amounts;
    assert.deepEqual(amounts, [first, first, first + 100, first + 200, first + 300]);
  });

  it('lets boards lag while steps and points do not', async () => {
    const wolves = await seen();
    await move();
    const ravens = await seen();
    await arrange({path: '/api', fault: 'stale', seconds: 0, boards_seconds: 30});

    assert.deepEqual(await seen(), [ravens[0], wolves[1], ravens[2]]);
    assert.deepEqual(
      (await rocket.board(101)).map(({name}) => name),
      wolves[1],
    );
  });

  it('lets the call lag that its path names, and no other', async () => {
    const before = await rocket.board(101);
    await move();
    await arrange({path: `${USER_PATH}/clan/contributors`, fault: 'stale', seconds: 30});

    assert.deepEqual(await rocket.board(101), before);
    assert.notDeepEqual((await rocket.chain(101)).top_contributors, before);
  });

  it('carries out and answers what changes something as ever', async () => {
    await arrange({path: '/api', fault: 'stale', seconds: 30});
    await rocket.setClan('ravens');

    assert.deepEqual(await rocket.updateClan(), ['Super box', 'Mega potion']);
    assert.deepEqual(await rocket.updateClan(), []);
  });

  it('shows what a manager changed as late as all else', async () => {
    await arrange({path: '/api', fault: 'stale', seconds: 30});
    await controlled(sandbox, 'PUT', '/chains/101', {enabled: false});

    const isListed = async (): Promise<boolean> =>
      (await rocket.chains()).items.some(({reward_chain_id}) => reward_chain_id === 101);
    assert.equal(await isListed(), true);
    now += 30_000;
    assert.equal(await isListed(), false);
  });

  it('reaches no further back than the last reset', async () => {
    await move();
    await control(sandbox, 'POST', '/reset');
    const wolves = await seen();
    await arrange({path: '/api', fault: 'stale', seconds: 600});

    assert.deepEqual(await seen(), wolves);
  });

  for (const [what, rule, field] of [
    ['no time', {}, 'seconds'],
    ['a fraction', {seconds: 0.5}, 'seconds'],
    ['more than ten minutes', {seconds: 601}, 'seconds'],
    ['a time to come', {seconds: 1, boards_seconds: -1}, 'boards_seconds'],
    ['an unknown field', {seconds: 1, points_seconds: 1}, 'points_seconds'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const answer = await control(sandbox, 'PUT', '/faults', [{path: '/api', fault: 'stale', ...rule}]);

      await assertRefused(answer, 422, 1102, new RegExp(field));
    });
  }
});
