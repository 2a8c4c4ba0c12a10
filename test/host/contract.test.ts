import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {FAKE_HOSTS} from './fake-hosts.js';
import {createGame} from './game.js';

/** What every bridge mangles somewhere. */
const HOSTILE = 'a+b %41 100% "q" \\ \n 🐺 \u2028 </script> 1e+21 & # ? :';

const SEEK_MS = 100;
const ALL_SEEKS_MS = 100 * SEEK_MS;

/** Time that passes only here. In small steps, since a timer set by another counts from the end of a step. */
function stopClock(t: TestContext): {tick(ms: number): void} {
  t.mock.timers.enable({apis: ['setTimeout']});
  return {
    tick(ms) {
      for (let passed = 0; passed < ms; passed += SEEK_MS) t.mock.timers.tick(SEEK_MS);
    },
  };
}

for (const host of FAKE_HOSTS)
  describe(host.title, () => {
    it('is told that the page is ready, before all else', t => {
      stopClock(t);
      const game = createGame(host);
      void game.link.notify('close');
      game.arrive();

      game.connect();

      assert.deepEqual(
        game.heard.map(({method}) => method),
        ['ready', 'close'],
      );
      assert.deepEqual(game.of('ready')[0]?.params, {versions: [1], methods: []});
    });

    it('gets every character as it was', t => {
      stopClock(t);
      const game = createGame(host);
      game.arrive();
      game.connect();

      void game.link.notify('contribute', {text: HOSTILE, amount: 1e21});

      assert.deepEqual(game.of('contribute')[0]?.params, {text: HOSTILE, amount: 1e21});
      assert.doesNotMatch(game.texts.join(), /[%+]/);
    });

    it('answers a call', async t => {
      stopClock(t);
      const game = createGame(host);
      game.arrive();
      game.connect();

      const asked = game.link.request('auth.getToken', {reason: 'start'});
      game.answer(await game.hears('auth.getToken'), {token: 'one'});

      assert.deepEqual(await asked, {token: 'one'});
    });

    it('is found when it comes late, and what was said before reaches it in order', t => {
      const timers = stopClock(t);
      const game = createGame(host);
      game.connect();
      for (const kind of [1, 2, 3]) void game.link.notify('feedback', {kind});
      timers.tick(5 * SEEK_MS);
      assert.equal(game.heard.length, 0);

      game.arrive();
      timers.tick(SEEK_MS);

      assert.deepEqual(
        game.heard.map(({method, params}) => [method, params.kind]),
        [
          ['ready', undefined],
          ['feedback', 1],
          ['feedback', 2],
          ['feedback', 3],
        ],
      );
    });

    it('may never come: calls fail with the code host, and later ones at once', async t => {
      const timers = stopClock(t);
      const game = createGame(host);
      game.connect();
      const asked = game.link.request('auth.getToken', {}, 10 * ALL_SEEKS_MS);

      timers.tick(ALL_SEEKS_MS);

      await assert.rejects(asked, {code: 'host'});
      await assert.rejects(game.link.request('storage.get'), {code: 'host'});
      assert.equal(await game.link.supports('storage.get'), false);
    });

    it('may throw, which fails the call and nothing else', async t => {
      stopClock(t);
      const game = createGame(host);
      game.take = () => {
        throw new Error('the canary of the host');
      };
      game.arrive();
      game.connect();

      await assert.rejects(game.link.request('storage.get'), (error: Error & {code: string}) => {
        assert.equal(error.code, 'host');
        return !error.message.includes('canary');
      });
      game.take = () => undefined;
      const asked = game.link.request('storage.get');
      game.answer(game.of('storage.get')[1]!, {value: null});
      assert.deepEqual(await asked, {value: null});
    });

    it('is spared a text that is too long, and the caller hears so', async t => {
      stopClock(t);
      const game = createGame(host);
      game.arrive();
      game.connect();

      await assert.rejects(game.link.notify('contribute', {text: 'x'.repeat(66_000)}), {code: 'host'});
      await assert.rejects(game.link.request('storage.set', {value: 'x'.repeat(66_000)}), {code: 'host'});

      assert.deepEqual(
        game.heard.map(({method}) => method),
        ['ready'],
      );
    });

    it('may be silent, which ends in a timeout', async t => {
      const timers = stopClock(t);
      const game = createGame(host);
      game.arrive();
      game.connect();
      const asked = game.link.request('auth.getToken');

      timers.tick(10_000);

      await assert.rejects(asked, {code: 'timeout'});
    });

    it('answers to the page before a reload in vain', async t => {
      const timers = stopClock(t);
      const before = createGame(host, undefined, 'before');
      before.arrive();
      before.connect();
      void before.link.request('auth.getToken').catch(() => undefined);
      const late = before.of('auth.getToken')[0]!;

      const after = createGame(host, before.page, 'after');
      after.arrive();
      after.connect();
      const asked = after.link.request('auth.getToken');
      after.answer(late, {token: 'of the page before'});
      timers.tick(10_000);

      await assert.rejects(asked, {code: 'timeout'});
      assert.equal(after.of('ready').length, 1);
    });

    if (host.isFound)
      it('is found without being chosen', t => {
        stopClock(t);
        const game = createGame(host);
        game.arrive();

        game.connect('');

        assert.equal(game.of('ready').length, 1);
      });
    else
      it('is not taken for a game without being chosen', t => {
        const timers = stopClock(t);
        const game = createGame({...host, name: 'cef'});
        game.arrive();

        game.link.connect('', undefined);
        timers.tick(ALL_SEEKS_MS);

        assert.deepEqual(game.heard, []);
      });

    if (host.readyEvent)
      it('says itself that it is there, and once more after it was replaced', t => {
        stopClock(t);
        const game = createGame(host);
        game.connect();

        game.arrive();
        game.page.dispatchEvent(new Event(host.readyEvent!));
        assert.equal(game.of('ready').length, 1);
        game.page.dispatchEvent(new Event(host.readyEvent!));

        assert.equal(game.of('ready').length, 2);
      });

    if (host.replies)
      it('can answer the way the text went', async t => {
        stopClock(t);
        const game = createGame(host);
        game.take = text => JSON.stringify({jsonrpc: '2.0', id: JSON.parse(text).id, result: 'replied'});
        game.arrive();
        game.connect();

        assert.equal(await game.link.request('auth.getToken'), 'replied');
      });
  });
