import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test, type TestContext} from 'node:test';

import {dropped} from '../../../src/http/parse.js';
import {VERSION} from '../../../src/session/version.js';
import {json} from '../../support/fake-api.js';
import {boardCall, sessionOver} from './make-session.js';

const SECRET = 'canary';

/** Puts as much of a page around the test as diagnostics look at; a getter may throw. */
function openPage(t: TestContext, page: Readonly<Record<string, PropertyDescriptor>>): void {
  for (const [name, descriptor] of Object.entries(page)) {
    const old = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, {...descriptor, configurable: true});
    t.after(() => {
      if (old) Object.defineProperty(globalThis, name, old);
      else Reflect.deleteProperty(globalThis, name);
    });
  }
}

const refuse = (): never => {
  throw new Error('The operation is insecure.');
};

test('the version is that of the package', () => {
  assert.equal(VERSION, (JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}).version);
});

test('diagnostics tell version, project, page, engine and what works there', t => {
  openPage(t, {
    location: {value: {origin: 'https://shop.example', href: `https://shop.example/?token=${SECRET}`}},
    navigator: {value: {userAgent: 'Mozilla/5.0 Chrome/87.0.4280.144', locks: {}, onLine: true}},
    isSecureContext: {value: true},
    indexedDB: {value: {}},
    localStorage: {get: refuse},
    self: {value: 1},
    top: {value: 1},
  });
  const {session} = sessionOver({apiBase: `https://api.example/${SECRET}/api`, clan: SECRET, playerName: SECRET});

  assert.deepEqual(session.diagnostics().split('\n'), [
    `liveops-elements ${VERSION}`,
    'page https://shop.example',
    'engine Mozilla/5.0 Chrome/87.0.4280.144',
    'has secure locks indexedDB top online',
    'project 44056 at https://api.example',
    `${dropped} unreadable rows`,
    'clan known, not signed out',
  ]);
});

test('diagnostics tell how many rows were dropped, and of no other', async () => {
  const {session, api} = sessionOver();
  const count = (): number => Number(/^(\d+) unreadable rows$/m.exec(session.diagnostics())?.[1]);
  const before = count();
  api.on(boardCall(101), () => json([null, 1, 'x', [], {}, {name: 'winner', contributed_amount: 'much'}]));

  await session.contributors(101).reload();
  assert.equal(count() - before, 4);
  await session.contributors(101).reload();

  assert.equal(count() - before, 8);
});

test('diagnostics work without any page', () => {
  const {session} = sessionOver();

  assert.match(session.diagnostics(), /^liveops-elements .*\npage \n/);
  assert.match(session.diagnostics(), /\nclan undefined, not signed out$/);
});

test('diagnostics report that the player is signed out, and in no clan', async () => {
  const {session, api} = sessionOver({clan: ''});
  api.on(boardCall(101), () => json({}, 401));
  await session.contributors(101).reload();

  assert.match(session.diagnostics(), /\nclan null, signed out\n/);
});

test('the last twenty requests are reported with their outcome', async t => {
  t.mock.timers.enable({apis: ['Date'], now: Date.UTC(2025, 0, 1)});
  const {session, api} = sessionOver();
  api.on(boardCall(101), () => json([]));
  for (let turn = 0; turn < 30; turn++) await session.contributors(101).reload();
  api.on(boardCall(101), () => json({}, 404));
  await session.contributors(101).reload();
  api.on(boardCall(101), () => Promise.reject(new TypeError(SECRET)));
  await session.contributors(101).reload();

  const lines = session
    .diagnostics()
    .split('\n')
    .filter(line => line.includes(' GET '));

  const call = /^2025-01-01T00:00:00\.000Z GET v2\/project\/44056\/user\/clan\/contributors\/101\/top (\S+) \d+ ms$/;
  const outcomes = lines.map(line => call.exec(line)?.[1]);
  assert.deepEqual(outcomes, [...Array.from({length: 16}, () => '200'), '404', 'network', 'network', 'network']);
});

test('no secret gets into diagnostics, wherever it was', async t => {
  const word = `${SECRET}.${'x'.repeat(30)}`;
  openPage(t, {
    location: {value: {origin: 'https://shop.example', href: `https://shop.example/#${SECRET}`, search: `?${SECRET}`}},
    navigator: {value: {userAgent: `Mozilla/5.0 Game/${word} (token ${word})`}},
    document: {value: Object.assign(new EventTarget(), {referrer: SECRET, cookie: SECRET, title: SECRET})},
    window: {value: new EventTarget()},
  });
  const getToken = () => ({token: word, expiresInSec: 600});
  const {session, api} = sessionOver({getToken, playerName: SECRET, userKey: SECRET, clan: SECRET, locale: SECRET});
  const answers = [
    () => json([{name: SECRET, contributed_amount: 1}]),
    () => json({errorCode: 1, errorMessage: SECRET}, 422),
    () => new Response(SECRET, {headers: {'content-type': SECRET}}),
    () => Promise.reject(new TypeError(`${SECRET} ${word}`)),
  ];
  for (const answer of answers) {
    api.on(boardCall(101), answer);
    await session.contributors(101).reload();
  }

  assert.doesNotMatch(session.diagnostics(), new RegExp(SECRET));
  assert.match(session.diagnostics(), /engine Mozilla\/5\.0 Game\/… \(token …\)/);
});
