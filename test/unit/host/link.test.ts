import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createPage, FAKE_HOSTS, type FakeHost} from './fake-hosts.js';
import {createGame, type Message} from './game.js';
import {promisesDone} from '../../support/promises-done.js';

const hostOf = (title: string): FakeHost => FAKE_HOSTS.find(host => host.title.includes(title))!;
const VUPLEX = hostOf('Vuplex');
const GODOT = hostOf('Godot');
const CEF = hostOf('CEF');

function connected(host = VUPLEX) {
  const game = createGame(host);
  game.arrive();
  game.connect();
  game.answer(game.of('ready')[0]!, {version: 1, methods: ['storage.get']});
  return game;
}

describe('Of several hosts in one page', () => {
  function both(one: FakeHost, other: FakeHost, name = '') {
    const page = createPage();
    const [first, second] = [createGame(one, page), createGame(other, page)];
    first.arrive();
    second.arrive();
    first.connect(name);
    return {first, second};
  }

  it('the one that nobody else has goes before the general ones', () => {
    const {first, second} = both(VUPLEX, GODOT);

    assert.deepEqual([first.of('ready').length, second.of('ready').length], [1, 0]);
  });

  it('two general ones are refused, and the error names them, on the console, too', async t => {
    const warn = t.mock.method(console, 'warn', () => undefined);
    const {first, second} = both(GODOT, CEF);

    const warned = warn.mock.calls.map(call => String(call.arguments[0]));
    assert.deepEqual(warned, ['LiveOpsError: Several hosts were found: `host` must be one of wry, cef.']);
    await assert.rejects(first.link.request('auth.getToken'), {code: 'config', message: /`host`.*wry, cef/});
    assert.deepEqual([first.heard, second.heard], [[], []]);
  });

  it('the chosen one is taken', () => {
    const {first, second} = both(GODOT, CEF, 'wry');

    assert.deepEqual([first.of('ready').length, second.heard.length], [1, 0]);
  });

  it('objects of every such webview are no host: Godot on Windows is not refused for its WebView2', () => {
    const {first, second} = both(GODOT, hostOf('WebView2'));

    assert.deepEqual([first.of('ready').length, second.heard.length], [1, 0]);
  });

  it('one that a script registers is chosen by its name, also when it comes late', () => {
    const game = createGame(VUPLEX);
    const texts: string[] = [];
    game.link.connect('custom');

    game.link.register({name: 'custom', find: () => text => texts.push(text)});

    assert.equal(JSON.parse(texts[0]!).method, 'ready');
  });
});

describe('A message of the host', () => {
  it('is answered with what the page makes of it', async () => {
    const game = connected();
    game.link.listen({'clan.switch': async params => ({outcome: 'rewarded', params})});

    game.say({id: 7, method: 'clan.switch', params: {a: 1}});

    await promisesDone();
    assert.deepEqual(last(game), {jsonrpc: '2.0', id: 7, result: {outcome: 'rewarded', params: {a: 1}}});
  });

  it('is not answered when it has no id', async () => {
    const game = connected();
    game.link.listen({'clan.changed': () => 'done'});

    game.say({method: 'clan.changed', params: {}});
    await promisesDone();

    assert.equal(last(game).method, 'ready');
  });

  it('gets an error when the page fails, without the words of the failure', async () => {
    const game = connected();
    game.link.listen({'clan.switch': () => Promise.reject(new Error('canary'))});

    game.say({id: 'x', method: 'clan.switch'});
    await promisesDone();

    assert.deepEqual(last(game).error, {code: -32000, message: 'The page could not do this.'});
    assert.doesNotMatch(JSON.stringify(last(game)), /canary/);
  });

  for (const method of ['nothing', '_key_down', 'constructor', '__proto__', 'toString'])
    it(`is refused as unknown by the standard’s code: ${method}`, async () => {
      const game = connected();
      game.link.listen({state: () => 1});

      game.say({id: 1, method});
      await promisesDone();

      assert.deepEqual(last(game).error, {code: -32601, message: 'The page does not know this method.'});
    });

  const unreadable = {
    'no JSON': '{',
    'no object': '5',
    null: 'null',
    'another protocol': '{"method":"ping","id":1}',
    'a batch': '[{"jsonrpc":"2.0","method":"ping","id":1}]',
    'parameters by place': '{"jsonrpc":"2.0","method":"ping","id":1,"params":[1]}',
    'parameters that are null': '{"jsonrpc":"2.0","method":"ping","id":1,"params":null}',
    'a method that is no text': '{"jsonrpc":"2.0","method":5,"id":1}',
    'a text that is too long': `{"jsonrpc":"2.0","method":"ping","id":1,"params":{"x":"${'x'.repeat(65_536)}"}}`,
    'no text': {jsonrpc: '2.0', method: 'ping', id: 1} as unknown as string,
    nothing: undefined as unknown as string,
  };
  for (const [name, text] of Object.entries(unreadable))
    it(`is refused as unreadable: ${name}`, async () => {
      const game = connected();

      game.link.receive(text);
      await promisesDone();

      const error = {code: -32700, message: 'The message is not JSON-RPC 2.0.'};
      assert.deepEqual([last(game).id, last(game).error], [null, error]);
    });

  it('is answered while the page lives, which is what ping is for', async () => {
    const game = connected();

    game.say({id: 1, method: 'ping'});
    await promisesDone();

    assert.deepEqual(last(game), {jsonrpc: '2.0', id: 1, result: null});
  });
});

describe('What the host set before somebody listened', () => {
  async function told(messages: readonly {method: string; params?: object}[]) {
    const game = connected();
    for (const message of messages) game.say(message);
    const heard: unknown[] = [];
    const hear = (method: string) => (params: object) => void heard.push([method, params]);
    const methods = ['configure', 'auth.token', 'auth.clear', 'app.pause', 'app.resume', 'ui.setTheme', 'clan.switch'];
    game.link.listen(Object.fromEntries(methods.map(method => [method, hear(method)])));
    await promisesDone();
    return heard;
  }

  it('is told: the last of each, in the order of the last ones', async () => {
    const heard = await told([
      {method: 'configure', params: {projectId: 1}},
      {method: 'ui.setTheme', params: {theme: 'dark'}},
      {method: 'configure', params: {projectId: 2}},
    ]);

    assert.deepEqual(heard, [
      ['ui.setTheme', {theme: 'dark'}],
      ['configure', {projectId: 2}],
    ]);
  });

  it('does not hold a token that was cleared, nor a pause that ended', async () => {
    const heard = await told([
      {method: 'auth.token', params: {token: 'canary'}},
      {method: 'app.pause'},
      {method: 'auth.clear'},
      {method: 'app.resume'},
    ]);

    assert.deepEqual(heard, [
      ['auth.clear', {}],
      ['app.resume', {}],
    ]);
  });

  it('is a token for one listener only, the first', async () => {
    const game = connected();
    game.say({method: 'auth.token', params: {token: 'canary'}});
    const heard: string[] = [];

    game.link.listen({configure: () => undefined});
    for (const name of ['first', 'second']) game.link.listen({'auth.token': () => void heard.push(name)});
    await promisesDone();

    assert.deepEqual(heard, ['first']);
  });

  for (const method of ['auth.token', 'auth.clear'])
    it(`is no ${method} that somebody has handled`, async () => {
      const game = connected();
      const heard: string[] = [];
      const stop = game.link.listen({[method]: () => void heard.push('first')});
      game.say({method, params: {token: 'canary'}});
      stop();

      game.link.listen({[method]: () => void heard.push('second')});
      await promisesDone();

      assert.deepEqual(heard, ['first']);
    });

  it('is no sign-out from before the next player was set up', async () => {
    const heard = await told([{method: 'auth.clear'}, {method: 'configure', params: {projectId: 1, userKey: 'b'}}]);

    assert.deepEqual(heard, [['configure', {projectId: 1, userKey: 'b'}]]);
  });

  it('forgets who played when that player leaves, and not what was set up', async () => {
    const game = connected();
    const stop = game.link.listen({'auth.clear': () => undefined});
    const player = {clan: 'wolves', playerName: 'Ana', userKey: 'a'};
    game.say({method: 'configure', params: {projectId: 1, locale: 'de', ...player}});
    game.say({method: 'auth.clear'});
    stop();
    const heard: unknown[] = [];

    game.link.listen({configure: params => void heard.push(params)});
    await promisesDone();

    assert.deepEqual(heard, [{projectId: 1, locale: 'de'}]);
  });

  it('has the clan that the game named last', async () => {
    const heard = await told([
      {method: 'configure', params: {projectId: 1, clan: 'wolves'}},
      {method: 'clan.changed', params: {clan: 'ravens'}},
    ]);

    assert.deepEqual(heard, [['configure', {projectId: 1, clan: 'ravens'}]]);
  });

  it('holds nothing that is to be done once', async () => {
    assert.deepEqual(await told([{method: 'clan.switch'}]), []);
  });
});

describe('The answer to ready', () => {
  it('says what the host takes', async () => {
    const game = connected();

    assert.deepEqual(await Promise.all([game.link.supports('storage.get'), game.link.supports('clan.switch')]), [
      true,
      false,
    ]);
  });

  it('may be none: then the host takes no more than it must', async t => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const game = createGame(VUPLEX);
    game.arrive();
    game.connect();

    t.mock.timers.tick(2_000);

    assert.equal(await game.link.supports('storage.get'), false);
    assert.equal(game.of('ready').length, 1);
  });

  it('counts when it comes late, and says so', async t => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const game = createGame(VUPLEX);
    let late = 0;
    game.link.onLate(() => late++);
    game.arrive();
    game.connect();
    t.mock.timers.tick(2_000);
    assert.deepEqual([await game.link.supports('storage.get'), game.link.hasAnswered()], [false, false]);

    game.answer(game.of('ready')[0]!, {version: 1, methods: ['storage.get']});
    await promisesDone();

    assert.deepEqual([await game.link.supports('storage.get'), game.link.hasAnswered(), late], [true, true, 1]);
  });

  it('of a host that comes after eight seconds counts like any other', async t => {
    t.mock.timers.enable({apis: ['setTimeout']});
    t.mock.method(console, 'warn', () => undefined);
    const game = createGame(GODOT);
    game.connect();
    for (let passed = 0; passed < 9_000; passed += 100) t.mock.timers.tick(100);
    await assert.rejects(game.link.request('storage.get'), {code: 'host'});
    assert.equal(await game.link.supports('storage.get'), false);

    game.arrive();
    for (let passed = 0; passed < 1_000; passed += 100) t.mock.timers.tick(100);
    game.answer(game.of('ready')[0]!, {version: 1, methods: ['storage.get']});
    await promisesDone();

    assert.equal(await game.link.supports('storage.get'), true);
    assert.equal(game.of('storage.get').length, 0);
    const asked = game.link.request('storage.get');
    await promisesDone();
    game.answer(game.of('storage.get')[0]!, {value: null});
    assert.deepEqual(await asked, {value: null});
  });

  it('is asked for at the first message of a host that comes late', async t => {
    t.mock.timers.enable({apis: ['setTimeout']});
    t.mock.method(console, 'warn', () => undefined);
    const game = createGame(GODOT);
    game.connect();
    for (let passed = 0; passed < 8_500; passed += 100) t.mock.timers.tick(100);

    game.arrive();
    game.say({method: 'configure', params: {projectId: 1}});

    assert.equal(game.of('ready').length, 1);
  });

  it('of another version ends it', async () => {
    const game = createGame(VUPLEX);
    game.arrive();
    game.connect();

    game.answer(game.of('ready')[0]!, {version: 2, methods: ['storage.get']});
    await promisesDone();

    await assert.rejects(game.link.request('auth.getToken'), {code: 'host'});
  });
});

describe('An answer', () => {
  it('that is an error rejects the call with it', async () => {
    const game = connected();
    const asked = game.link.request('auth.getToken');

    game.say({id: game.of('auth.getToken')[0]!.id!, error: {code: 1, message: 'nobody is signed in'}});

    await assert.rejects(asked, (error: unknown) => (error as {code: number}).code === 1);
  });

  it('counts once, and one that nobody waits for not at all', async () => {
    const game = connected();
    const asked = game.link.request('auth.getToken');
    const [call] = game.of('auth.getToken');

    game.say({id: 'guessed', result: 'canary'});
    game.answer(call!, 'first');
    game.answer(call!, 'second');

    assert.equal(await asked, 'first');
  });
});

/** Promises that are settled already have been heard after a turn of the event loop. */
function last(game: {heard: readonly Message[]}): Message {
  return game.heard[game.heard.length - 1]!;
}
