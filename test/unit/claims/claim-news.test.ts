import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';

import {type ClaimNews, createClaimNews} from '../../../src/claims/claim-news.js';
import {FakeClock} from '../../support/fake-clock.js';
import {waitUntil} from '../../support/wait-until.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {statusOf} from '../stores/store-state.js';
import {CLAIM_FAMILIES} from './claim-families.js';
import {claiming} from './claiming.js';
import {withChannels} from './fake-channels.js';

/** A session of Rocket's that somebody looks at, and how often it has heard of a claim elsewhere. */
function listening(t: TestContext, {family = 'days', player = 'Rocket', isWatched = true} = {}) {
  const clock = new FakeClock();
  const seen = {times: 0};
  const news: ClaimNews = createClaimNews({family, clock, changed: () => seen.times++});
  news.setPlayer(player);
  const rest = isWatched ? news.watch() : () => undefined;
  t.after(() => news.close());
  return {news, clock, seen, rest};
}

describe('The news of a claim', () => {
  it('reach the player’s other sessions at once, and not the one that told it', t => {
    withChannels(t);
    const [one, two, three] = [listening(t), listening(t), listening(t)];

    one.news.notify('Rocket');

    assert.deepEqual([one.seen.times, two.seen.times, three.seen.times], [0, 1, 1]);
  });

  it('reach nobody else: no other player, no other family, nobody who looks at nothing', t => {
    withChannels(t);
    const [one, ...others] = [
      listening(t),
      listening(t, {player: 'MrJoe'}),
      listening(t, {family: 'steps'}),
      listening(t, {isWatched: false}),
    ];

    one!.news.notify('Rocket');

    assert.deepEqual(
      others.map(({seen}) => seen.times),
      [0, 0, 0],
    );
  });

  it('of players whom nobody can name are shown to nobody', t => {
    const open = withChannels(t);
    const [one, two] = [listening(t, {player: ''}), listening(t, {player: ''})];

    one.news.notify('');

    assert.deepEqual([two.seen.times, open.size], [0, 0]);
  });

  it('wait until a hidden page is shown', t => {
    withChannels(t);
    const [one, two] = [listening(t), listening(t)];
    two.clock.setHidden(true);

    one.news.notify('Rocket');
    one.news.notify('Rocket');
    assert.equal(two.seen.times, 0);
    two.clock.setHidden(false);
    two.clock.setHidden(false);

    assert.equal(two.seen.times, 1);
  });

  it('of a player who has left are shown to their other tabs, and mean nothing to the next player', t => {
    const open = withChannels(t);
    const [one, two] = [listening(t), listening(t)];
    one.news.setPlayer('MrJoe');

    one.news.notify('Rocket');

    assert.deepEqual([one.seen.times, two.seen.times, open.size], [0, 1, 2]);
  });

  it('are not heard while nobody looks, and no channel is open', t => {
    const open = withChannels(t);
    const {news, rest, clock} = listening(t);
    assert.equal(open.size, 1);

    rest();
    assert.deepEqual([open.size, clock.watchers], [0, 0]);

    news.watch();
    assert.equal(open.size, 1);
    news.close();
    assert.equal(open.size, 0);
  });
});

for (const family of CLAIM_FAMILIES)
  describe(`Two tabs of a player who claims ${family.name}`, () => {
    /** A tab in which the step is shown as claimable. */
    async function tab(t: TestContext, sub = 'rocket') {
      const parts = claiming({getToken: () => jwt({sub}), pollSeconds: 0});
      t.after(() => parts.session.destroy());
      parts.api.on(family.listCall, () => family.list()).on(family.readCall, () => family.answer());
      // For reward steps both are one call.
      const store = family.store(parts.session);
      store.listen(() => undefined);
      await waitUntil(() => statusOf(store) === 'ready', 'the chains');
      return parts;
    }

    it('both show it as claimed, and another player’s tab asks for nothing', async t => {
      withChannels(t);
      const [one, two, other] = [await tab(t), await tab(t), await tab(t, 'joe')];
      const before = other.api.requests.length;
      one.api.on(family.claimCall, () => {
        for (const {api} of [one, two, other]) {
          api.on(family.readCall, () => family.answer('claimed')).on(family.listCall, () => family.list('claimed'));
        }
        return new Response(null, {status: 204});
      });

      await family.claim(one.session);

      await waitUntil(() => family.isClaimed(one.session) && family.isClaimed(two.session), 'the step in both tabs');
      assert.equal(other.api.requests.length, before);
    });
  });
