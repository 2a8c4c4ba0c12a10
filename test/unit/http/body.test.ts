import assert from 'node:assert/strict';
import {test} from 'node:test';

import {readCapped} from '../../../src/http/body.js';
import {promisesDone} from '../../support/promises-done.js';

/** A body that comes in these pieces, and how many of them were taken. */
function piecewise(pieces: readonly Uint8Array[], cancel?: () => void) {
  const seen = {taken: 0, cancelled: false};
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[seen.taken++];
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
      cancel() {
        seen.cancelled = true;
        cancel?.();
      },
    },
    {highWaterMark: 0},
  );
  return {response: new Response(body), seen};
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const kilobyte = new Uint8Array(1_000).fill(0x20);

test('a body of exactly the cap is read', async () => {
  assert.equal(await readCapped(new Response('12345'), 5), '12345');
});

test('a body one byte above the cap is refused', async () => {
  await assert.rejects(readCapped(new Response('123456'), 5), {code: 'bad-answer'});
});

test('the cap counts bytes and not letters', async () => {
  await assert.rejects(readCapped(new Response('üüü'), 5), {code: 'bad-answer'});
});

test('a body above the cap is given up at the piece that passes it', async () => {
  const {response, seen} = piecewise(Array.from({length: 1_000}, () => kilobyte));

  await assert.rejects(readCapped(response, 2_500), {code: 'bad-answer'});

  assert.deepEqual(seen, {taken: 3, cancelled: true});
});

test('a body that cannot be given up is refused all the same', async () => {
  const {response} = piecewise([kilobyte, kilobyte], () => {
    throw new Error('cannot cancel');
  });

  await assert.rejects(readCapped(response, 500), {code: 'bad-answer'});
});

test('a letter that is split between two pieces is put together', async () => {
  const [first, ...rest] = bytes('"💎ü"');
  const {response} = piecewise([new Uint8Array([first!]), ...rest.map(byte => new Uint8Array([byte]))]);

  assert.equal(await readCapped(response, 100), '"💎ü"');
});

test('a byte order mark is no part of the text', async () => {
  const {response} = piecewise([new Uint8Array([0xef]), new Uint8Array([0xbb, 0xbf, 0x5b, 0x5d])]);

  assert.equal(await readCapped(response, 100), '[]');
});

test('bytes that are not UTF-8 become replacement characters, also at the end', async () => {
  const {response} = piecewise([new Uint8Array([0x61, 0xff, 0x62, 0xe2, 0x82])]);

  assert.equal(await readCapped(response, 100), 'a\ufffdb\ufffd');
});

test('an answer without a body has an empty text', async () => {
  assert.equal(await readCapped(new Response(null, {status: 204}), 100), '');
});

test('errors of the stream pass through', async () => {
  const broken = new ReadableStream({start: controller => controller.error(new TypeError('terminated'))});

  await assert.rejects(readCapped(new Response(broken), 100), TypeError);
});

test('a body that stalls is given up after ten seconds without a byte, however long it has been coming', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  let give: (piece: Uint8Array) => void = () => undefined;
  let cancelled: () => void = () => undefined;
  const isCancelled = new Promise<void>(resolve => (cancelled = resolve));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      give = piece => controller.enqueue(piece);
    },
    cancel: () => cancelled(),
  });
  let state = 'reading';
  const failed = readCapped(new Response(body), 100).catch(() => (state = 'given up'));

  for (let piece = 0; piece < 5; piece++) {
    await promisesDone();
    t.mock.timers.tick(9_999);
    give(kilobyte.subarray(0, 1));
  }
  await promisesDone();
  t.mock.timers.tick(9_999);
  await promisesDone();
  assert.equal(state, 'reading');
  t.mock.timers.tick(1);

  await Promise.all([failed, isCancelled]);
});

/** An answer of an engine that has no body streams. */
function withoutStream(text: string): Response {
  return {body: undefined, text: () => Promise.resolve(text)} as unknown as Response;
}

test('an engine without body streams reads up to the cap', async () => {
  assert.equal(await readCapped(withoutStream('12345'), 5), '12345');
});

test('an engine without body streams refuses what is above the cap', async () => {
  await assert.rejects(readCapped(withoutStream('123456'), 5), {code: 'bad-answer'});
});

test('a webview whose bodies have no reader reads them whole', async () => {
  const response = {body: {}, text: async () => '[]'} as unknown as Response;

  assert.equal(await readCapped(response, 2), '[]');
});
