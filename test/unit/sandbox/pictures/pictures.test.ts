import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {defaultSeed} from '../../../../demo/sandbox/seed/default-seed.js';
import {pictureNames} from '../../../../demo/sandbox/pictures/pictures.js';
import {picture} from '../../../../demo/sandbox/pictures/references.js';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {exchangeRaw} from '../support/raw-connection.js';
import {assertRefused, control, Visitor} from '../support/visitor.js';

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
after(async () => await sandbox.close());

/** Every picture address in a value. */
function addressesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    key.endsWith('image_url') && typeof item === 'string' ? [item] : addressesIn(item),
  );
}

test('every picture is a small SVG that any page may load and keep', async () => {
  for (const name of pictureNames) {
    const answer = await fetch(sandbox.url + picture(name), {headers: {Origin: 'null'}});
    const text = await answer.text();

    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'image/svg+xml');
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.match(answer.headers.get('cache-control') ?? '', /max-age=[1-9]/);
    assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>$/);
    assert.ok(text.length < 4096, name);
    assert.doesNotMatch(text, /NaN|undefined|<script|href/);
  }
});

test('no two pictures are the same', async () => {
  const texts = await Promise.all(pictureNames.map(async name => (await fetch(sandbox.url + picture(name))).text()));

  assert.equal(new Set(texts.map(text => text.replace(/<title>.*?<\/title>/, ''))).size, pictureNames.length);
});

test('every picture in an answer is there', async () => {
  const newcomer = await Visitor.signIn(sandbox, 'newcomer');
  await newcomer.setClan('wolves');
  await newcomer.updateClan();
  await newcomer.setClan(null);
  const answers = [
    await rocket.chains(),
    await rocket.balance(101),
    await (await newcomer.call('PUT', '/clan/update')).json(),
  ];
  const addresses = new Set(answers.flatMap(answer => addressesIn(answer)));

  assert.ok(addresses.size > 10);
  for (const address of addresses) {
    assert.ok(address.startsWith(`${sandbox.url}/`), address);
    assert.equal((await fetch(address)).status, 200, address);
  }
  assert.ok(addressesIn(answers[2]).length > 0);
});

test('addresses are on the origin at which the answer was asked for', async () => {
  const path = '/api/v2/project/44056/user/reward_chain/101/balance';
  const headers = {Authorization: `Bearer ${rocket.token}`};
  const answer = await fetch(`http://localhost:${sandbox.port}${path}`, {headers}).catch(() => undefined);
  // Where `localhost` is an IPv6 address only, nothing listens there.
  if (!answer) return;

  const {image_url} = (await answer.json()) as {image_url: string};
  assert.equal(image_url, `http://localhost:${sandbox.port}${picture('clan-point')}`);
});

test('pictures of a seed that are elsewhere stay as they are', async t => {
  const [chain] = defaultSeed.chains;
  assert.ok(chain);
  const image_url = 'https://images.example.com/quest.png';
  const other = await startSandbox({port: 0, seed: {...defaultSeed, chains: [{...chain, image_url}]}});
  t.after(() => other.close());

  const shown = await (await Visitor.signIn(other, 'Rocket')).chain(101);

  assert.equal(shown.image_url, image_url);
});

test('the schema of seeds names every picture', () => {
  const file = join(import.meta.dirname, '../../../../demo/sandbox/seed/schema/seed.json');
  const {$defs} = JSON.parse(readFileSync(file, 'utf8')) as {$defs: {image: {anyOf: [{enum: string[]}]}}};

  assert.deepEqual($defs.image.anyOf[0].enum, pictureNames.map(picture));
});

test('an unknown picture is not found, and a picture is only to be had', async () => {
  for (const path of [
    '/images/dragon.svg',
    '/images/constructor.svg',
    '/images/gem.png',
    '/images/',
    '/images/../gem',
  ]) {
    await assertRefused(await control(sandbox, 'GET', path), 404, 0);
  }
  await assertRefused(await control(sandbox, 'PUT', '/images/gem.svg'), 405, 0, /GET$/);
});

test('pictures are there under a name that control calls refuse', async () => {
  const answer = await exchangeRaw(
    sandbox.port,
    `GET ${picture('gem')} HTTP/1.1\r\nHost: tunnel.example\r\nConnection: close\r\n\r\n`,
  );

  assert.match(answer, /^HTTP\/1\.1 200 /);
});
