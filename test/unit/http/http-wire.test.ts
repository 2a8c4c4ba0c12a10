import assert from 'node:assert/strict';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';

import {httpOver} from './fake-http.js';
import {serve} from './local-server.js';

const page = globalThis.fetch;
const read = {path: 'thing', maxBytes: 10_000};

for (const status of [301, 302, 303, 307, 308]) {
  test(`a redirect by ${status} is refused before the other place is asked`, async t => {
    const seen: (string | undefined)[] = [];
    const server = await serve((request, response) => {
      seen.push(request.url?.split('?')[0]);
      response.writeHead(status, {location: '/elsewhere'}).end();
    });
    t.after(() => server.close());

    await assert.rejects(httpOver(page, {base: server.url}).read(read), {code: 'network'});

    assert.deepEqual([...new Set(seen)], ['/thing']);
  });
}

test('a redirect to another origin is refused, and that one is not asked', async t => {
  const stranger = await serve(() => assert.fail('Asked.'));
  const server = await serve((_request, response) => response.writeHead(307, {location: stranger.url}).end());
  t.after(() => Promise.all([stranger.close(), server.close()]));

  await assert.rejects(httpOver(page, {base: server.url}).read(read), {code: 'network'});
});

test('a redirect that leads to itself is not followed', async t => {
  let asked = 0;
  const server = await serve((_request, response) => {
    asked++;
    response.writeHead(302, {location: '/thing'}).end();
  });
  t.after(() => server.close());

  const answer = await httpOver(page, {base: server.url}).send({...read, method: 'PUT'}, 'token-1');

  assert.deepEqual(['error' in answer && answer.error.code, asked], ['network', 1]);
});

test('a small compressed body that grows past the cap is not read to its end', async t => {
  const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024, 0x20));
  assert.ok(bomb.length < read.maxBytes);
  const server = await serve((_request, response) => {
    response.writeHead(200, {'content-type': 'application/json', 'content-encoding': 'gzip'}).end(bomb);
  });
  t.after(() => server.close());

  await assert.rejects(httpOver(page, {base: server.url}).read(read), {code: 'bad-answer', message: /10000 bytes/});
});

test('a compressed body below the cap is read whole', async t => {
  const server = await serve((_request, response) => {
    response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync('[1, "ü"]'));
  });
  t.after(() => server.close());

  assert.equal((await httpOver(page, {base: server.url}).read(read)).text, '[1, "ü"]');
});

for (const [habit, stalls] of [
  ['drips', false],
  ['stalls', true],
] as const)
  test(`a body that ${habit} past the limit ends with a closed connection`, async t => {
    let closed: (value: boolean) => void;
    const hungUp = new Promise<boolean>(resolve => (closed = resolve));
    const server = await serve((_request, response) => {
      const drip = setInterval(() => response.write(' '), 10);
      if (stalls) clearInterval(drip);
      response.once('close', () => {
        clearInterval(drip);
        closed(!response.writableFinished);
      });
      response.writeHead(200, {'content-type': 'application/json'}).write('[');
    });
    t.after(() => server.close());

    await assert.rejects(httpOver(page, {base: server.url, readTimeoutMs: 300}).read(read), {code: 'timeout'});

    assert.equal(await hungUp, true);
  });

test('a connection that closes within the body is a network failure', async t => {
  const server = await serve((_request, response) => {
    response.writeHead(200, {'content-length': '100'}).write('[1,', () => response.destroy());
  });
  t.after(() => server.close());

  await assert.rejects(httpOver(page, {base: server.url}).read(read), {code: 'network'});
});
