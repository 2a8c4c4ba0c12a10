import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it} from 'node:test';
import {bomb, insteadOf, refusedWith, truncated, vendorsWord} from '../../../built/switch-faults/fates.js';
import {SIDE_BY_SIDE, useWorlds} from '../../../built/switch-faults/fair.js';
import {applied, type Fate} from '../../../built/switch-faults/gate.js';
import {as, isShownOnce} from '../../../built/switch-faults/players.js';

const html = {headers: {'content-type': 'text/html'}, text: '<!doctype html><h1>Welcome to our Wi-Fi</h1>'};

describe('An answer that says little', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  for (const [name, fate] of [
    ['S9: cut off', truncated],
    ['S10: empty', insteadOf(() => ({text: ''}))],
    ['S10: 204', insteadOf(() => ({status: 204}))],
    ['S16: of 10 MB', insteadOf(() => ({text: JSON.stringify({reward: [], more: 'x'.repeat(10_000_000)})}))],
    ['S16: that unpacks to 1 GiB', bomb],
    ['S23: 500 after it was carried out', insteadOf(() => vendorsWord(500))],
    [
      'S24: 502 of a gateway without CORS',
      async update => {
        await update.apply();
        update.response.writeHead(502).end('<h1>Bad gateway</h1>');
      },
    ],
  ] as const satisfies readonly (readonly [string, Fate])[])
    it(`${name}, after an update that was carried out, is recovered without another`, async t => {
      const world = await open(t);
      world.gate.fates = [fate];
      const visit = await world.visit();
      await visit.move('ravens');

      assert.equal(await visit.switchClan(), 'rewarded');

      assert.equal(world.gate.updates.length, 1);
      await isShownOnce(visit, as('recovered'), true);
    });

  it('S27: 408, which the browser itself sends again, is recovered without an update of ours', async t => {
    const world = await open(t);
    world.gate.fates = [insteadOf(() => ({status: 408, headers: {connection: 'close'}}))];
    const visit = await world.visit();
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'rewarded');

    assert.deepEqual([await visit.sent(), world.gate.updates.length], [1, 2]);
    await isShownOnce(visit, as('recovered'), true);
  });

  for (const [name, fate] of [
    ['S11: a portal’s page', refusedWith(html)],
    ['S23: 500', refusedWith(vendorsWord(500))],
    ['S24: 502 without CORS', update => update.response.writeHead(502).end()],
    ['S28: 403 of a firewall', refusedWith({status: 403, ...html})],
  ] as const satisfies readonly (readonly [string, Fate])[])
    it(`${name}, for an update that was not carried out, leads to one more`, async t => {
      const world = await open(t);
      world.gate.fates = [fate];
      const visit = await world.visit();
      await visit.move('ravens');

      assert.equal(await visit.switchClan(), 'rewarded');

      assert.equal(world.gate.updates.length, 2);
      await isShownOnce(visit, as('answer'), true);
    });

  it('S11: a portal that stays is waited out, and the update goes again once it is gone', async t => {
    const world = await open(t);
    world.gate.otherwise = refusedWith(html);
    const visit = await world.visit();
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'uncertain');
    assert.equal((await visit.state()).status, 'recovering');
    assert.equal(world.gate.updates.length, 2);
    world.gate.otherwise = applied;
    await visit.wake();

    await isShownOnce(visit, as('answer'), true);
    assert.equal(world.gate.updates.length, 3);
  });

  for (const status of [302, 307])
    for (const where of ['the same', 'another'] as const)
      it(`S26: ${status} to ${where} origin is not followed`, async t => {
        const world = await open(t);
        let asked = 0;
        const other = createServer((_request, response) => {
          asked++;
          response.writeHead(200, {'access-control-allow-origin': '*'}).end('{"reward":[]}');
        });
        await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
        t.after(() => other.close());
        const {port} = other.address() as AddressInfo;
        const location = where === 'another' ? `http://127.0.0.1:${port}/update` : '/elsewhere/user/clan/update';
        world.gate.fates = [refusedWith({status, headers: {location}})];
        const visit = await world.visit();
        await visit.move('ravens');

        assert.equal(await visit.switchClan(), 'rewarded');

        const paths = world.gate.updates.map(({request}) => request.url);
        assert.deepEqual([new Set(paths).size, paths.length, asked], [1, 2, 0]);
        await isShownOnce(visit, as('answer'), true);
      });

  for (const [status, code] of [
    [403, 'forbidden'],
    [404, 'not-found'],
    [422, 'invalid'],
  ] as const)
    it(`S28: ${status} in the vendor’s own words ends it: nothing was done`, async t => {
      const world = await open(t);
      world.gate.fates = [refusedWith(vendorsWord(status, 1102))];
      const visit = await world.visit();
      await visit.move('ravens');

      assert.equal(await visit.switchClan(), 'not-sent');
      assert.equal(await visit.failure(), code);
      await visit.load('ravens');
      await visit.until('pending');
      assert.equal(world.gate.updates.length, 1);

      assert.equal(await visit.switchClan(), 'rewarded');
      await isShownOnce(visit, as('answer'), true);
    });

  for (const retryAfter of [undefined, '1', '86400'])
    it(`S22: 429 with Retry-After ${retryAfter ?? 'unreadable'} is not sent again by itself`, async t => {
      const world = await open(t);
      const headers = {...(retryAfter && {'retry-after': retryAfter, 'access-control-expose-headers': 'Retry-After'})};
      world.gate.fates = [refusedWith({...vendorsWord(429), headers})];
      const visit = await world.visit();
      await visit.move('ravens');

      assert.equal(await visit.switchClan(), 'not-sent');
      assert.equal(await visit.failure(), 'rate-limited');
      await visit.wake();
      await visit.load('ravens');
      // It may be the answer to a copy that the browser sent, so that the chains have to show that nothing was granted.
      await visit.until('recovering');

      assert.equal(world.gate.updates.length, 1);
    });

  it('S25: a preflight that fails lets nothing through, and does not go on forever', async t => {
    const world = await open(t);
    world.gate.preflights = 403;
    const visit = await world.visit({hurry: 1000});
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'uncertain');
    for (let index = 0; index < 10; index++) {
      await visit.wake();
      await visit.until('recovering');
    }
    assert.deepEqual([await visit.receipts(), world.gate.updates.length], [[], 0]);
    assert.ok((await visit.sent()) <= 5);

    world.gate.preflights = 0;
    await visit.load('ravens');
    await isShownOnce(visit, as('answer'), true);
  });
});
