import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Ajv} from 'ajv';
import {readParams} from '../../../src/host/protocol.js';
import {codeBlocks, readText, sectionsOf} from '../docs/markdown.js';
import {FAKE_HOSTS} from './fake-hosts.js';
import {createGame, type Message} from './game.js';
import {promisesDone} from '../../support/promises-done.js';

type Json = ReturnType<typeof JSON.parse>;

const ajv = new Ajv({strict: true, allowUnionTypes: true});

/** The messages of the game, by what docs/reference/host-protocol.md says of them. */
const documented = sectionsOf(readText('docs/reference/host-protocol.md'))
  .filter(({text}) => /^\n(game → page|both ways)/.test(text))
  .map(({heading, text}) => {
    const block = (name: string): Json => JSON.parse(codeBlocks(text).find(one => one.name === name)!.text);
    return {method: heading, schema: block('schema').params, example: block('message').params ?? {}};
  });

const ODD: readonly Json[] = [
  ...[0, 1, -1, 1.5, 42, 9, 10, 86_400, 86_401, 44056],
  ...[
    '',
    '0',
    '1',
    '42',
    '044',
    '-1',
    '1.5',
    '4e4',
    'wolves',
    'up',
    'accept',
    'dark',
    'none',
    'chain',
    'daily',
    'constructor',
  ],
  ...[true, false, [], ['chain', 'switch', 'daily'], ['none'], [null], {}, {a: 1}, ['42'], 'x'.repeat(16_385)],
];

/** A string of digits has a range of its own, which no schema can say. */
const isBeyondSchema = (name: string, value: Json): boolean =>
  ['locale', 'pollSeconds', 'radius', 'spacing', 'fontScale'].includes(name) && typeof value === 'string';

const isTaken = (method: string, params: Json): boolean => {
  try {
    return readParams(method, params).ignored.length === 0;
  } catch {
    return false;
  }
};

describe('The parameters of a message', () => {
  for (const {method, schema, example} of documented)
    it(`are taken and refused as documented: ${method}`, () => {
      assert.ok(isTaken(method, example));
      for (const name of Object.keys(schema.properties ?? {})) {
        for (const value of ODD.filter(each => !isBeyondSchema(name, each))) {
          const params = {...example, [name]: value};
          const context = `${method} ${name} ${JSON.stringify(value).slice(0, 40)}`;
          assert.equal(isTaken(method, params), ajv.validate(schema, params), context);
        }
      }
    });

  it('may be left out as null, which keeps its meaning where it has one', () => {
    const {params} = readParams('configure', {projectId: 1, clan: null, playerName: null, chainId: null});

    assert.deepEqual(params, {projectId: 1, clan: null, playerName: undefined, chainId: undefined});
    assert.throws(() => readParams('auth.token', {token: null}), {code: 'config', message: /`token`/});
  });

  it('are read: digits as ids, a number as the same name, languages as tags', () => {
    const given = {projectId: '44056', clan: 42, userKey: 7, locale: 'pt_BR', chainId: '101', pollSeconds: '30'};

    const {params} = readParams('configure', given);

    const read = {projectId: 44056, clan: '42', userKey: '7', locale: 'pt-BR', chainId: 101, pollSeconds: 30};
    assert.deepEqual(params, read);
  });

  it('are left out one by one where they describe a look, and each is reported', () => {
    const params = {
      preset: 'dragons',
      accent: 'red',
      radius: -1,
      spacing: '8',
      fontScale: 3,
      font: 'x;y',
      glow: 'canary',
    };

    const read = readParams('ui.setAppearance', {...params, theme: 'dark'});

    const {glow: _, ...known} = read.params;
    const nothing = {preset: undefined, accent: undefined, radius: undefined, fontScale: undefined, font: undefined};
    assert.deepEqual(known, {...nothing, spacing: 8, theme: 'dark'});
    const messages = read.ignored.map(({message}) => message);
    assert.equal(messages.length, 6);
    for (const name of ['preset', 'accent', 'radius', 'fontScale', 'font', 'has only preset, theme']) {
      assert.ok(
        messages.some(message => message.includes(name)),
        name,
      );
    }
    assert.doesNotMatch(messages.join(), /dragons|canary|glow/);
  });

  it('never show in a refusal', () => {
    for (const method of ['configure', 'auth.token', 'rewards.acknowledge']) {
      const fields = {token: 'can ary', clan: ['canary'], receiptId: {canary: 1}, projectId: 'canary'};
      assert.throws(
        () => readParams(method, fields),
        (error: Error) => !/can ?ary/.test(error.message),
      );
    }
  });
});

describe('A refusal reaches the game', () => {
  const bad: readonly (readonly [method: string, params: object, named: RegExp])[] = [
    ['configure', {projectId: 'wolves'}, /`projectId`/],
    ['configure', {projectId: 44056, clan: {name: 'wolves'}}, /`clan`/],
    ['configure', {projectId: 44056, forgetRanks: 'yes'}, /`forgetRanks`/],
    ['auth.token', {}, /`token`/],
    ['auth.token', {token: ''}, /`token`/],
    ['clan.changed', {clan: ['wolves']}, /`clan`/],
    ['state', {chainId: -1}, /`chainId`/],
    ['input.nav', {dir: 'sideways'}, /`dir`/],
    ['ui.setLocale', {locale: 'German'}, /`locale`/],
  ];

  function withListener() {
    const game = createGame(FAKE_HOSTS[0]!);
    const handled: unknown[] = [];
    game.arrive();
    game.connect();
    const methods = bad.map(([method]) => [method, (params: object) => void handled.push([method, params])]);
    game.link.listen(Object.fromEntries(methods));
    return {game, handled, last: (): Message => game.heard[game.heard.length - 1]!};
  }

  for (const [method, params, named] of bad) {
    it(`as the answer: ${method} ${JSON.stringify(params)}`, async () => {
      const {game, handled, last} = withListener();

      game.say({id: 1, method, params});
      await promisesDone();

      assert.equal(last().error.code, -32000);
      assert.match(last().error.message, named);
      assert.deepEqual([handled, game.of('error')], [[], []]);
    });

    it(`as an error where nobody asked for an answer: ${method} ${JSON.stringify(params)}`, async () => {
      const {game, handled, last} = withListener();

      game.say({method, params});
      await promisesDone();

      assert.equal(last().method, 'error');
      assert.equal(last().params.code, 'config');
      assert.match(last().params.message, named);
      assert.deepEqual(handled, []);
    });
  }

  it('and is not kept for those who come later', async () => {
    const {game, handled} = withListener();

    game.say({method: 'configure', params: {projectId: 'wolves'}});
    game.link.listen({configure: params => handled.push(params)});
    await promisesDone();

    assert.deepEqual(handled, []);
  });

  it('for a method that there is not, but never for an echo of the page’s own error', async () => {
    const {game, last} = withListener();

    game.say({method: 'confgure'});
    await promisesDone();
    assert.match(last().params.message, /`confgure`/);
    const count = game.heard.length;
    game.say({method: 'error', params: {code: 'config', message: ''}});
    await promisesDone();

    assert.equal(game.heard.length, count);
  });

  it('for a language that is none, while the rest of the settings counts', async () => {
    const {game, handled, last} = withListener();

    game.say({id: 1, method: 'configure', params: {projectId: 1, locale: 'German'}});
    await promisesDone();

    assert.deepEqual(handled, [['configure', {projectId: 1, locale: undefined}]]);
    assert.match(game.of('error')[0]!.params.message, /`locale`/);
    assert.equal(last().result, null);
  });
});
