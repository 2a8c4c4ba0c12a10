import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {WireReward} from '../../../src/scenarios/wire.js';
import {Player} from './player.js';

type Answer = {reward: (WireReward & {bundle_type?: string})[]};

const CLAIM = (stepId: number): [string, string] => [`reward_chain/101/step/${stepId}/claim`, 'POST'];

async function codeOf(answer: Response): Promise<number> {
  return ((await answer.json()) as {errorCode: number}).errorCode;
}

describe('A step claim in a scenario', () => {
  it('makes the step claimed, with an answer that has no body', async () => {
    const player = new Player('default');

    const answer = await player.ask(...CLAIM(1002));

    assert.equal(answer.status, 204);
    assert.equal(await answer.text(), '');
    const {steps} = await player.quest();
    assert.deepEqual(
      steps.map(({claimed}) => claimed),
      [true, true, false, false],
    );
  });

  it('is refused as the vendor does where it cannot be', async () => {
    const player = new Player('default');

    assert.equal(await codeOf(await player.ask(...CLAIM(1001))), 9912);
    assert.equal(await codeOf(await player.ask(...CLAIM(1004))), 9913);
    assert.equal(await codeOf(await player.ask(...CLAIM(7))), 9911);
  });

  it('leaves another run of the scenario alone', async () => {
    await new Player('default').ask(...CLAIM(1002));

    const {steps} = await new Player('default').quest();

    assert.equal(steps[1]?.claimed, false);
  });
});

describe('A clan update in a scenario', () => {
  it('lists what was due once, and then describes the new clan', async () => {
    const player = new Player('rich-new-clan');

    const first = await player.json<Answer>('clan/update', 'PUT');
    const second = await player.json<Answer>('clan/update', 'PUT');

    assert.deepEqual(
      first.reward.map(({name, type, bundle_type}) => [name, type, bundle_type]),
      [
        ['Super box', 'bundle', 'standard'],
        ['Mega potion', 'virtual_good', undefined],
      ],
    );
    assert.deepEqual(second, {reward: []});
    assert.equal((await player.quest()).valuePoint.amount, 1_600);
    assert.deepEqual(await player.board(101), [
      {name: 'strix', amount: 900},
      {name: 'bubo', amount: 700},
    ]);
  });

  it('leaves out what the player had claimed', async () => {
    const player = new Player('poor-new-clan');
    await player.ask(...CLAIM(1002));

    const {reward} = await player.json<Answer>('clan/update', 'PUT');

    assert.deepEqual(
      reward.map(({name}) => name),
      ['Mega potion'],
    );
  });

  it('touches no chain of the player alone', async () => {
    const player = new Player('individual');

    assert.deepEqual(await player.json<Answer>('clan/update', 'PUT'), {reward: []});
    assert.equal((await player.chains())[0]?.steps[1]?.claimed, false);
  });

  it('is carried out also where its answer is lost', async () => {
    const player = new Player('lost-answer');

    await assert.rejects(player.ask('clan/update', 'PUT'), TypeError);

    assert.equal((await player.quest()).valuePoint.amount, 20);
  });

  it('changes nothing where it is refused', async () => {
    const player = new Player('refused');

    assert.equal(await codeOf(await player.ask('clan/update', 'PUT')), 1102);

    assert.equal((await player.quest()).valuePoint.amount, 1_155);
  });
});

describe('An answer that a scenario holds back', () => {
  it('comes when it is released, and is carried out only then', async () => {
    const player = new Player('slow-switch');
    const update = player.json<Answer>('clan/update', 'PUT');

    const before = await player.quest();
    player.scenario.release();

    assert.equal((await update).reward.length, 2);
    assert.equal(before.valuePoint.amount, 1_155);
    assert.equal((await player.quest()).valuePoint.amount, 20);
  });

  it('is every answer of the scenario slow', async () => {
    const player = new Player('slow');
    const answers = [player.chains(), player.board(101)];

    // Asked after them, and one after the other.
    const prompt = new Player('default');
    const later = prompt.chains().then(() => prompt.board(101));
    const first = await Promise.race([...answers, later.then(() => 'nothing yet')]);
    player.scenario.release();

    assert.equal(first, 'nothing yet');
    assert.deepEqual(
      (await Promise.all(answers)).map(({length}) => length),
      [2, 4],
    );
  });
});
