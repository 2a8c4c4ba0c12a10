import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {RewardChain} from '../../../src/model.js';
import {scenarios} from '../../../src/scenarios/scenarios.js';
import type {WireChain, WireReward, WireRow, WireStep} from '../../../src/scenarios/wire.js';
import {Player} from './player.js';

type Page = {has_more: boolean; total_items_count: number; items: WireChain[]};

/** Scenarios whose answers are no lists. */
const SPOILT = ['expired', 'days-signed-out', 'slow', '429', 'offline', 'server-error', 'bad-answer'];
const readable = scenarios.map(({name}) => name as string).filter(name => !SPOILT.includes(name));

/** What a decoded chain should say, from the wire. */
function expected(chain: WireChain): unknown {
  return {
    id: chain.reward_chain_id,
    points: chain.value_point.amount,
    isClan: chain.value_point.is_clan,
    starts: chain.date_start,
    ends: chain.date_end,
    resets: chain.recurrent_schedule?.reset_next_date,
    board: chain.top_contributors.map(({contributed_amount}) => contributed_amount),
    joins: Object.keys(chain.popup_header ?? {}),
    steps: chain.steps.map((step: WireStep) => [
      step.step_id,
      step.price.amount,
      step.is_claimed,
      ...step.reward.map(gift),
    ]),
  };
}

const gift = ({sku, name, type, quantity, image_url}: WireReward) => [sku, name, type, quantity, image_url].join();

function decoded(chain: RewardChain): unknown {
  const iso = (time: number | undefined): string | null => (time === undefined ? null : new Date(time).toISOString());
  return {
    id: chain.id,
    points: chain.valuePoint.amount,
    isClan: chain.valuePoint.isClan,
    starts: iso(chain.startsAt),
    ends: iso(chain.endsAt),
    resets: chain.reset && chain.reset.at / 1_000,
    board: chain.topContributors.map(({amount}) => amount),
    joins: Object.keys(chain.howToJoin?.header ?? {}),
    steps: chain.steps.map(({id, price, claimed, rewards}) => [
      id,
      price,
      claimed,
      ...rewards.map(({sku, name, type, quantity, imageUrl}) => [sku, name, type, quantity, imageUrl].join()),
    ]),
  };
}

for (const name of readable)
  describe(`The scenario ${name}`, () => {
    it('has chains that our decoders read without loss', async () => {
      const wire = await new Player(name).json<Page>('reward_chain');
      const chains = await new Player(name).chains();

      assert.deepEqual(chains.slice(0, wire.items.length).map(decoded), wire.items.map(expected));
      assert.equal(chains.length, wire.total_items_count);
    });

    // Where there is no chain, there is nothing to match.
    if (name !== 'no-chain')
      it('has a board and a balance for each chain that match the list', async () => {
        for (const {id, topContributors, valuePoint} of await new Player(name).chains()) {
          const rows = await new Player(name).json<WireRow[]>(`clan/contributors/${id}/top`);
          const {amount} = await new Player(name).json<{amount: number}>(`reward_chain/${id}/balance`);
          assert.ok(rows.length <= 10);
          assert.deepEqual(await new Player(name).board(id), topContributors);
          assert.equal(amount, valuePoint.amount);
        }
      });
  });

describe('The chain list of a scenario', () => {
  it('comes in pages of fifty', async () => {
    const player = new Player('many-chains');

    const first = await player.json<Page>('reward_chain?limit=50&offset=0');
    const second = await player.json<Page>('reward_chain?limit=50&offset=50');

    assert.deepEqual([first.items.length, first.has_more], [50, true]);
    assert.deepEqual([second.items.length, second.has_more], [10, false]);
    assert.equal((await player.chains()).length, 60);
  });

  it('has no page longer than that', async () => {
    assert.equal((await new Player('many-chains').json<Page>('reward_chain?limit=500')).items.length, 50);
  });
});

describe('A chain that the scenario has not', () => {
  it('is answered with the vendor’s error object', async () => {
    const answer = await new Player('default').ask('clan/contributors/7/top');

    assert.equal(answer.status, 404);
    assert.deepEqual(await answer.json(), {
      statusCode: 404,
      errorCode: 4001,
      errorMessage: '[0401-4001]: Reward chain not found',
    });
  });
});
