import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test, type TestContext} from 'node:test';

import {createTabNews} from '../../src/switch/tab-news.js';

/** News that listens, as of a page in use. */
function listening(name: string, heard: () => void) {
  const news = createTabNews(name, heard);
  news.listen();
  return news;
}

/** The channels of one browser, in place of the real ones, which keep Node's process alive. */
function withChannels(t: TestContext, {isPage = true, refused = false} = {}) {
  const open = new Set<FakeChannel>();
  class FakeChannel extends EventTarget {
    readonly name: string;

    constructor(name: string) {
      super();
      this.name = name;
      if (refused) throw new Error('SecurityError');
      open.add(this);
    }
    postMessage(data: unknown): void {
      for (const other of open) {
        if (other !== this && other.name === this.name) other.dispatchEvent(new MessageEvent('message', {data}));
      }
    }
    close(): void {
      open.delete(this);
    }
  }
  const before = globalThis.BroadcastChannel;
  Object.assign(globalThis, {BroadcastChannel: FakeChannel, ...(isPage && {document: {}})});
  t.after(() => {
    globalThis.BroadcastChannel = before;
    Reflect.deleteProperty(globalThis, 'document');
  });
  return open;
}

test('what one page tells, the other pages of the same player hear, and it does not', t => {
  withChannels(t);
  const heard: string[] = [];
  const [one, two] = ['one', 'two'].map(page => listening('Rocket', () => heard.push(page)));
  listening('MrJoe', () => heard.push('of another player'));

  one!.tell();
  assert.deepEqual(heard, ['two']);
  two!.tell();
  assert.deepEqual(heard, ['two', 'one']);
});

test('a page that is closed hears nothing', t => {
  const open = withChannels(t);
  const heard: string[] = [];
  const [one, two] = ['one', 'two'].map(page => listening('Rocket', () => heard.push(page)));

  two!.close();
  one!.tell();

  assert.deepEqual([heard, open.size], [[], 1]);
});

test('the name of a channel is ours', t => {
  const open = withChannels(t);
  createTabNews('Rocket', () => undefined);
  assert.equal(open.size, 0);
  listening('Rocket', () => undefined);

  assert.deepEqual(
    [...open].map(({name}) => name),
    ['liveops Rocket'],
  );
});

test('without a page there is no channel, and telling does no harm', t => {
  const open = withChannels(t, {isPage: false});
  const news = createTabNews('Rocket', () => assert.fail());

  news.tell();
  news.close();

  assert.equal(open.size, 0);
});

test('where channels are refused, telling does no harm', t => {
  withChannels(t, {refused: true});
  const news = createTabNews('Rocket', () => assert.fail());

  news.tell();
  news.close();
});

test('where there are none, telling does no harm', async t => {
  withChannels(t);
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  const news = createTabNews('Rocket', () => assert.fail());

  news.tell();
  news.close();
  await setImmediate();
});

test('a page that is closed opens no channel any more', t => {
  const open = withChannels(t);
  const news = listening('Rocket', () => undefined);

  news.close();
  news.listen();
  news.tell();

  assert.equal(open.size, 0);
});
