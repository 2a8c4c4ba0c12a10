import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {createTabNews} from '../../../src/claims/tab-news.js';
import {withChannels} from './fake-channels.js';

/** News that listens, as of a page in use. */
function listening(name: string, heard: () => void) {
  const news = createTabNews(name, heard);
  news.listen();
  return news;
}

test('what one page tells, the other pages of the same player hear, and it does not', t => {
  withChannels(t);
  const heard: string[] = [];
  const [one, two] = ['one', 'two'].map(page => listening('Rocket', () => heard.push(page)));
  listening('MrJoe', () => heard.push('of another player'));

  one!.notify();
  assert.deepEqual(heard, ['two']);
  two!.notify();
  assert.deepEqual(heard, ['two', 'one']);
});

test('the other pages learn which receipt was acknowledged, and nothing else', t => {
  withChannels(t);
  const heard: unknown[] = [];
  const [one, two] = [listening('Rocket', () => undefined), createTabNews('Rocket', id => heard.push(id))];
  two.listen();

  one.notify('a');
  one.notify();

  assert.deepEqual(heard, ['a', undefined]);
});

test('a page that is closed receives nothing', t => {
  const open = withChannels(t);
  const heard: string[] = [];
  const [one, two] = ['one', 'two'].map(page => listening('Rocket', () => heard.push(page)));

  two!.close();
  one!.notify();

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

  news.notify();
  news.close();

  assert.equal(open.size, 0);
});

test('where channels are refused, telling does no harm', t => {
  withChannels(t, {refused: true});
  const news = createTabNews('Rocket', () => assert.fail());

  news.notify();
  news.close();
});

test('where there are none, telling does no harm', async t => {
  withChannels(t);
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  const news = createTabNews('Rocket', () => assert.fail());

  news.notify();
  news.close();
  await setImmediate();
});

test('a page that is closed opens no channel any more', t => {
  const open = withChannels(t);
  const news = listening('Rocket', () => undefined);

  news.close();
  news.listen();
  news.notify();

  assert.equal(open.size, 0);
});

test('news that rest hear nothing and leave no channel open, and can still be told', t => {
  const open = withChannels(t);
  const heard: string[] = [];
  const [one, two] = ['one', 'two'].map(page => listening('Rocket', () => heard.push(page)));

  two!.rest();
  one!.notify();
  assert.deepEqual([heard, open.size], [[], 1]);
  two!.notify();
  assert.deepEqual([heard, open.size], [['one'], 1]);
  two!.listen();
  one!.notify();
  assert.deepEqual(heard, ['one', 'two']);
});
