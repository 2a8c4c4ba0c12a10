import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {FAKE_HOSTS} from './fake-hosts.js';
import {createGame} from './game.js';

/** What every bridge mangles somewhere. */
const HOSTILE = 'a+b %41 100% "q" \\ \n 🐺 \u2028 </script> 1e+21 & # ? :';

const SEEK_MS = 100;
const ALL_SEEKS_MS = 100 * SEEK_MS;

/** Time that passes only here. */
function stopClock(t: TestContext) {
  t.mock.timers.enable({apis: ['setTimeout']});
  // In small steps, since a timer set by another counts from the end of a step.
  const tick = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += SEEK_MS) t.mock.timers.tick(SEEK_MS);
  };
  // Some hosts take a few turns for each text.
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn++) {
      await new Promise<void>(resolve => setImmediate(resolve));
      t.mock.timers.tick(1);
    }
  };
  return {tick, settle};
}

for (const host of FAKE_HOSTS)
  describe(host.title, () => {
    it('is told that the page is ready, before all else', async t => {
      const clock = stopClock(t);
      const game = createGame(host);
      void game.link.notify('close');
      game.arrive();

      game.connect();
      await clock.settle();

      assert.deepEqual(
        game.heard.map(({method}) => method),
        ['ready', 'close'],
      );
      assert.deepEqual(game.of('ready')[0]?.params, {versions: [1], methods: []});
    });

    it('gets every character as it was', async t => {
      const clock = stopClock(t);
      const game = createGame(host);
      game.arrive();
      game.connect();

      void game.link.notify('contribute', {text: HOSTILE, amount: 1e21});
      await clock.settle();

      assert.deepEqual(game.of('contribute')[0]?.params, {text: HOSTILE, amount: 1e21});
      assert.doesNotMatch(game.texts.join(), /[%+]/);
    });

    it('answers a call', async t => {
      const clock = stopClock(t);
      const game = createGame(host);
      game.arrive();
      game.connect();

      const asked = game.link.request('auth.getToken', {reason: 'start'});
      await clock.settle();
      game.answer(await game.hears('auth.getToken'), {token: 'one'});

      assert.deepEqual(await asked, {token: 'one'});
    });

    it('is found when it comes late, and what was said before reaches it in order', async t => {
      const clock = stopClock(t);
      const game = createGame(host);
      game.connect();
      for (const kind of [1, 2, 3]) void game.link.notify('feedback', {kind});
      clock.tick(5 * SEEK_MS);
      await clock.settle();
      assert.equal(game.heard.length, 0);

      game.arrive();
      clock.tick(SEEK_MS);
      await clock.settle();

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
      const clock = stopClock(t);
      const game = createGame(host);
      game.connect();
      const asked = game.link.request('auth.getToken', {}, 10 * ALL_SEEKS_MS);

      clock.tick(ALL_SEEKS_MS);

      await assert.rejects(asked, {code: 'host'});
      await assert.rejects(game.link.request('storage.get'), {code: 'host'});
      assert.equal(await game.link.supports('storage.get'), false);
    });

    it('may throw, which fails the call and nothing else', async t => {
      const clock = stopClock(t);
      const game = createGame(host);
      game.take = () => {
        throw new Error('the canary of the host');
      };
      game.arrive();
      game.connect();
      const refused = assert.rejects(game.link.request('storage.get'), (error: Error & {code: string}) => {
        assert.equal(error.code, 'host');
        return !error.message.includes('canary');
      });
      await clock.settle();
      await refused;

      game.take = () => undefined;
      const asked = game.link.request('storage.get');
      await clock.settle();
      game.answer(game.of('storage.get')[1]!, {value: null});

      assert.deepEqual(await asked, {value: null});
    });

    it('is spared a text that is too long, and the caller hears so', async t => {
      const clock = stopClock(t);
      const game = createGame(host);
      game.arrive();
      game.connect();
      const {longest = 65_536} = host;
      const around = JSON.stringify({jsonrpc: '2.0', method: 'contribute', params: {text: ''}}).length;

      const fits = game.link.notify('contribute', {text: 'x'.repeat(longest - around)});
      const tooLong = assert.rejects(game.link.notify('contribute', {text: 'x'.repeat(longest - around + 1)}), {
        code: 'host',
      });
      const alsoTooLong = assert.rejects(game.link.request('storage.set', {value: 'x'.repeat(longest)}), {
        code: 'host',
      });
      await clock.settle();

      await Promise.all([fits, tooLong, alsoTooLong]);
      assert.deepEqual(
        game.texts.map(({length}) => length),
        [game.texts[0]?.length, longest],
      );
    });

    it('may be silent, which ends in a timeout', async t => {
      const clock = stopClock(t);
      const game = createGame(host);
      game.arrive();
      game.connect();
      const asked = assert.rejects(game.link.request('auth.getToken'), {code: 'timeout'});
      await clock.settle();

      clock.tick(10_000);

      await asked;
    });

    it('ignores answers to the page before a reload', async t => {
      const clock = stopClock(t);
      const before = createGame(host, undefined, 'before');
      before.arrive();
      before.connect();
      void before.link.request('auth.getToken').catch(() => undefined);
      await clock.settle();
      const late = before.of('auth.getToken')[0]!;

      const after = createGame(host, before.page, 'after');
      after.arrive();
      after.connect();
      const asked = assert.rejects(after.link.request('auth.getToken'), {code: 'timeout'});
      await clock.settle();
      after.answer(late, {token: 'of the page before'});
      clock.tick(10_000);

      await asked;
      assert.equal(after.of('ready').length, 1);
    });

    it('is taken, when it is chosen, among objects of hosts that are no game of ours', async t => {
      const clock = stopClock(t);
      const game = createGame(host);
      const strangers: unknown[] = [];
      const stranger = {postMessage: (text: unknown) => strangers.push(text)};
      for (const name of ['chrome', 'webkit', 'ipc', 'ReactNativeWebView']) {
        game.page[name] = {...stranger, webview: stranger, messageHandlers: {stranger}};
      }
      game.arrive();

      game.connect();
      await clock.settle();

      assert.equal(game.of('ready').length, 1);
      assert.deepEqual(strangers, []);
    });

    if (host.isFound)
      it('is found without being chosen', async t => {
        const clock = stopClock(t);
        const game = createGame(host);
        game.arrive();

        game.connect('');
        await clock.settle();

        assert.equal(game.of('ready').length, 1);
      });
    else
      it('is not taken for a game without being chosen', async t => {
        const clock = stopClock(t);
        const game = createGame(host);
        game.arrive();

        game.link.connect('');
        clock.tick(ALL_SEEKS_MS);
        await clock.settle();

        assert.deepEqual(game.heard, []);
      });

    if (host.readyEvent)
      it('says itself that it is there, and once more after it was replaced', async t => {
        const clock = stopClock(t);
        const game = createGame(host);
        game.connect();

        game.arrive();
        game.page.dispatchEvent(new Event(host.readyEvent!));
        await clock.settle();
        assert.equal(game.of('ready').length, 1);
        game.page.dispatchEvent(new Event(host.readyEvent!));
        await clock.settle();

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
