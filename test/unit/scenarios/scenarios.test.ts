import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isLiveOpsError, LiveOpsError} from '../../../src/errors.js';
import {boardPlans} from '../../../src/scenarios/board-plans.js';
import {chainPlans} from '../../../src/scenarios/chain-plans.js';
import {codePlans} from '../../../src/scenarios/code-plans.js';
import {dailyPlans} from '../../../src/scenarios/daily-plans.js';
import {itemPlans} from '../../../src/scenarios/item-plans.js';
import {offerPlans} from '../../../src/scenarios/offer-plans.js';
import {createScenario, scenarios} from '../../../src/scenarios/scenarios.js';
import {switchPlans} from '../../../src/scenarios/switch-plans.js';
import {troublePlans} from '../../../src/scenarios/trouble-plans.js';
import {NOON} from './player.js';

const PROMISED = `default tie no-clan unknown-clan empty expired slow 429 offline server-error lost-answer empty-answer
  short-answer refused long-names hostile-names rtl many-digits rich-new-clan poor-new-clan claimable all-claimed locked
  reset-soon ended individual clanless-chain no-chain nothing-to-claim many-rewards broken-images`.split(/\s+/);

describe('The scenarios', () => {
  const names = scenarios.map(({name}) => name as string);

  it('have names of their own, whichever file they are in', () => {
    const written = [
      boardPlans,
      chainPlans,
      dailyPlans,
      offerPlans,
      itemPlans,
      codePlans,
      switchPlans,
      troublePlans,
    ].flatMap(plans => Object.keys(plans));

    assert.equal(new Set(written).size, written.length);
    assert.deepEqual([...names].sort(), [...written].sort());
  });

  it('include every name that documents mention', () => {
    assert.deepEqual(
      PROMISED.filter(name => !names.includes(name)),
      [],
    );
  });

  it('begin with the default', () => {
    assert.equal(names[0], 'default');
  });

  it('tell in one line, and each in its own, what the player sees', () => {
    const lines = scenarios.map(({description}) => description);

    assert.deepEqual(
      lines.filter(line => !/^\S[^\n]{10,118}\.$/.test(line)),
      [],
    );
    assert.equal(new Set(lines).size, lines.length);
  });
});

describe('createScenario', () => {
  it('refuses a name that there is not, listing those that there are', () => {
    for (const name of ['lost', '', 'constructor', 'toString'])
      assert.throws(
        () => createScenario(name),
        (error: unknown) =>
          error instanceof LiveOpsError &&
          isLiveOpsError(error) &&
          error.code === 'config' &&
          scenarios.every(scenario => error.message.includes(scenario.name)),
        name,
      );
  });

  it('gives who the player is, with the default where a scenario says nothing', () => {
    const {projectId, playerName, clan} = createScenario('tie').session;

    assert.deepEqual({projectId, playerName, clan}, {projectId: 44056, playerName: 'Rocket', clan: 'wolves'});
    assert.equal(createScenario('no-clan').session.clan, null);
    assert.equal(createScenario('unknown-clan').session.clan, undefined);
    assert.match(createScenario('rtl').session.locale ?? '', /^ar\b/);
  });

  it('keeps runs of one scenario apart, so that none sees the receipts of another', async () => {
    const [one, other] = [createScenario('default'), createScenario('default')];

    one.session.storage.set('receipt', 'kept');

    assert.notEqual(one.session.userKey, other.session.userKey);
    assert.equal(one.session.storage.get('receipt'), 'kept');
    assert.equal(other.session.storage.get('receipt'), null);
    one.session.storage.remove('receipt');
    assert.equal(one.session.storage.get('receipt'), null);
  });

  it('counts its dates from the given moment', async () => {
    const {fetch} = createScenario('reset-soon', {now: NOON});
    const answer = await fetch('https://api.example/api/v2/project/1/user/reward_chain');
    const {items} = (await answer.json()) as {items: {recurrent_schedule: {reset_next_date: number}}[]};

    assert.equal(items[0]?.recurrent_schedule.reset_next_date, NOON / 1_000 + 47 * 60);
  });

  it('answers what is no player call as the vendor does, and never asks the network', async () => {
    const {fetch} = createScenario('default');

    for (const [method, path] of [
      ['GET', 'user/clan/update'],
      ['POST', 'user/reward_chain'],
      ['GET', 'items/groups'],
    ] as const)
      assert.equal((await fetch(`https://api.example/v2/project/1/${path}`, {method})).status, 404, path);
  });
});
