import {after, before, describe, it} from 'node:test';
import {killAt, POINTS} from './kills.js';
import {type PageServer, servePlayerPage} from './page-server.js';

/* The long form is `test/long/prove/kills.mjs`. */
describe('S36: A browser that is killed', {concurrency: 2}, () => {
  let server: PageServer;
  before(async () => void (server = await servePlayerPage()));
  after(() => server.close());

  for (const point of POINTS)
    it(`${point.name} ${point.rewards.length ? 'shows the rewards' : 'shows nothing again'} when it is back`, () =>
      killAt(point, server));
});
