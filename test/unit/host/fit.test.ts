import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fitMessage} from '../../../src/host/fit.js';
import {FAKE_HOSTS} from './fake-hosts.js';
import {createGame} from './game.js';
import {promisesDone} from '../../support/promises-done.js';

type Json = ReturnType<typeof JSON.parse>;

const UNREAL = FAKE_HOSTS.find(({title}) => title === 'Unreal with BindUObject')!;
const LONGEST = UNREAL.longest!;

const rewards = (count: number, text = 'x'): Json[] =>
  Array.from({length: count}, (_, index) => ({
    ...{sku: `com.xsolla.box_${index}`, name: `Super box ${index}`, type: 'bundle', source: 'answer'},
    ...{imageUrl: `https://cdn.example/${'i'.repeat(60)}`, description: text.repeat(60)},
  }));
const received = (count: number): Json => ({
  method: 'rewards.received',
  params: {receipt: {id: '5f0c', rewards: rewards(count), complete: true, durable: true, receivedAt: 'now'}},
});

const fit = (message: Json, longest = LONGEST): Json[] | undefined =>
  fitMessage(message, text => text.length <= longest)?.map(text => JSON.parse(text));

/** What a game makes of parts: the lists one after the other. */
function join(parts: readonly Json[], list: (params: Json) => Json[]): Json[] {
  assert.deepEqual(
    parts.map(({params: {part, parts: of}}) => [part, of]),
    parts.map((_, index) => [index + 1, parts.length]),
  );
  return parts.flatMap(({params}) => list(params));
}

describe('A message that is too long for the host', () => {
  it('is left alone where it fits', () => {
    assert.deepEqual(fit(received(3)), [{jsonrpc: '2.0', ...received(3)}]);
  });

  it('leaves out pictures first, then texts', () => {
    const [withTexts] = fit(received(40))!;
    const [bare] = fit(received(80))!;

    assert.deepEqual(Object.keys(withTexts.params.receipt.rewards[0]), [
      'sku',
      'name',
      'type',
      'source',
      'description',
    ]);
    assert.deepEqual(Object.keys(bare.params.receipt.rewards[0]), ['sku', 'name', 'type', 'source']);
    assert.equal(bare.params.receipt.rewards.length, 80);
  });

  for (const count of [100, 257, 1_000])
    it(`comes in parts that lose nothing: ${count} rewards`, () => {
      const parts = fit(received(count))!;

      assert.ok(parts.length > 1);
      const joined = join(parts, ({receipt}) => receipt.rewards);
      assert.deepEqual(
        joined.map(({sku}) => sku),
        rewards(count).map(({sku}) => sku),
      );
      for (const {method, params} of parts) assert.deepEqual([method, params.receipt.id], ['rewards.received', '5f0c']);
    });

  it('has each of several lists once', () => {
    const params = {clan: 'wolves', rows: rewards(200), state: {value: rewards(150)}, few: [1, 2]};

    const parts = fit({method: 'state', params})!;

    for (const [list, count] of [
      [(each: Json) => each.rows, 200],
      [(each: Json) => each.state.value, 150],
      [(each: Json) => each.few, 2],
    ] as const)
      assert.equal(join(parts, list).length, count);
  });

  it('is given up where there is nothing to leave out or to split', () => {
    assert.equal(fit({method: 'contribute', params: {text: 'x'.repeat(LONGEST)}}), undefined);
    assert.equal(fit({method: 'contribute', params: {texts: ['x'.repeat(LONGEST)]}}), undefined);
    assert.equal(fit({id: 1, ...received(500)}), undefined);
  });
});

describe('A host that takes short messages only', () => {
  function connected() {
    const game = createGame(UNREAL);
    game.arrive();
    game.connect();
    return game;
  }

  it('learns of every reward', async () => {
    const game = connected();

    await game.link.notify('rewards.received', received(300).params);

    assert.ok(game.texts.every(({length}) => length <= LONGEST));
    assert.equal(game.of('rewards.received').flatMap(({params}) => params.receipt.rewards).length, 300);
  });

  it('gets an error in place of an answer that is too long, and what it asked for in parts', async () => {
    const game = connected();
    game.link.listen({state: () => ({clan: 'wolves', rewardChains: {status: 'ready', value: rewards(400)}})});

    game.say({id: 'now', method: 'state'});
    await promisesDone();

    const answer = game.heard.find(({id}) => id === 'now')!;
    assert.equal(answer.error.code, -32000);
    assert.match(answer.error.message, /8192/);
    assert.equal(join(game.of('state'), ({rewardChains}) => rewardChains.value).length, 400);
  });

  it('gets an answer without pictures where that is enough', async () => {
    const game = connected();
    game.link.listen({state: () => ({rewardChains: {value: rewards(50)}})});

    game.say({id: 'now', method: 'state'});
    await promisesDone();

    assert.equal(game.heard.find(({id}) => id === 'now')!.result.rewardChains.value.length, 50);
  });
});

it('an address counts as it is written: other than ASCII characters take up to nine of its own', async () => {
  const game = createGame(FAKE_HOSTS.find(({name}) => name === 'uniwebview-url')!);
  game.arrive();
  game.connect();
  const rows = Array.from({length: 400}, (_, index) => ({rank: index + 1, name: '狼'.repeat(8)}));

  await game.link.notify('contributors.changed', {rows, chainId: 101});

  assert.equal(game.of('contributors.changed').flatMap(({params}) => params.rows).length, 400);
  for (const text of game.texts) assert.ok(encodeURIComponent(text).length < 16_384);
});
