import {expect} from 'chai';

import {createTabNews} from '../../../src/claims/tab-news.js';

/** News of a name, with a promise of the next that is heard. */
function listen(name: string) {
  const heard: (() => void)[] = [];
  let count = 0;
  const news = createTabNews(name, () => {
    count++;
    heard.splice(0).forEach(resolve => resolve());
  });
  news.listen();
  return {news, next: () => new Promise<void>(resolve => heard.push(resolve)), count: () => count};
}

describe('News between tabs', () => {
  it('reach every other listener of the name, and nobody else', async () => {
    const [one, two, three, stranger] = [listen('a'), listen('a'), listen('a'), listen('b')];

    const arrived = Promise.all([two.next(), three.next()]);
    one.news.notify();
    await arrived;

    expect([one, two, three, stranger].map(({count}) => count())).to.deep.equal([0, 1, 1, 0]);
    [one, two, three, stranger].forEach(({news}) => news.close());
  });

  it('carry nothing', async () => {
    const channel = new BroadcastChannel('liveops c');
    const {news} = listen('c');
    const message = new Promise<unknown>(resolve => (channel.onmessage = ({data}) => resolve(data)));

    news.notify();

    expect(await message).to.equal(0);
    news.close();
    channel.close();
  });

  it('go to nobody where the browser refuses a channel', () => {
    const own = globalThis.BroadcastChannel;
    globalThis.BroadcastChannel = class {
      constructor() {
        throw new DOMException('Denied', 'SecurityError');
      }
    } as unknown as typeof BroadcastChannel;
    try {
      const {news} = listen('d');
      news.notify();
      news.close();
    } finally {
      globalThis.BroadcastChannel = own;
    }
  });

  it('can be told and closed after they were closed', () => {
    const {news} = listen('e');
    news.close();

    news.notify();
    news.close();
  });
});
