import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {defaultSeed} from '../../../../demo/sandbox/seed/default-seed.js';
import {SeedError} from '../../../../demo/sandbox/seed/checks.js';
import {readSeed, toSeed} from '../../../../demo/sandbox/seed/read-seed.js';
import {seedShape} from '../../../../demo/sandbox/seed/seed-shape.js';
import {follows} from '../support/schemas.js';

type Path = readonly (string | number)[];

let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'seed-'))));
after(async () => await rm(folder, {recursive: true}));

/** The default seed as a file gives it. */
const seedFile: unknown = JSON.parse(JSON.stringify(defaultSeed));

/** The default seed with another value at one place; `undefined` removes it. Only what leads to the place is copied. */
function seedWith(path: Path, value: unknown, seed = seedFile): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = (Array.isArray(seed) ? [...(seed as unknown[])] : {...(seed as object)}) as Record<string, unknown>;
  copy[key] = seedWith(rest, value, copy[key]);
  // As in JSON, a list has `null` where something is missing.
  if (copy[key] === undefined) Array.isArray(copy) ? (copy[key] = null) : delete copy[key];
  return copy;
}

/** Every place of a value; of a list only the first items, which are enough to show each kind. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? [...value.entries()].slice(0, 2) : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]: [string | number, unknown]) => placesOf(item, [...path, key]))];
}

function isAccepted(value: unknown): boolean {
  try {
    seedShape(value, '');
    return true;
  } catch (error) {
    assert.ok(error instanceof SeedError);
    return false;
  }
}

test('the seed out of the box is one that a file could contain', () => {
  assert.deepEqual(toSeed(JSON.parse(JSON.stringify(defaultSeed))), defaultSeed);
});

test('a seed is accepted exactly when it follows the schema', () => {
  const values = [undefined, null, 0, 1, -1, 1.5, 1e300, '', 'x', 'x'.repeat(257), 'https://a.example/b.png', true];
  const parts = [[], {}, ['x'], {xx: 'x'}, {xx: 1}, {odd: 'x'}, '/sandbox/images/gem.svg', '/sandbox/images/no.svg'];
  let accepted = 0;

  for (const path of placesOf(seedFile).filter(({length}) => length > 0)) {
    for (const value of [...values, ...parts]) {
      const seed = seedWith(path, value);
      const isFit = follows('seed', seed);
      assert.equal(isAccepted(seed), isFit, `${path.join('.')} = ${JSON.stringify(value)}`);
      accepted += Number(isFit);
    }
  }
  assert.ok(accepted > 300);
});

test('what may be null may be left out', () => {
  const {long_description: _, ...chain} = structuredClone(defaultSeed.chains[2]) ?? {};
  const seed = toSeed({project_id: 1, chains: [chain]});

  assert.equal(seed.chains[0]?.long_description, null);
  assert.deepEqual([seed.players, seed.contributions, seed.claims], [[], [], []]);
  assert.deepEqual([seed.daily_chains, seed.daily_claims], [[], []]);
  assert.deepEqual([seed.offer_chains, seed.offer_claims], [[], []]);
});

test('a mistake is reported with its place', () => {
  const cases: [Path, unknown, string | RegExp][] = [
    [['project_id'], undefined, 'project_id is missing; it must be a whole number from 1'],
    [['chains', 0, 'steps', 1, 'price', 'amount'], 0, 'chains[0].steps[1].price.amount must be a whole number from 1'],
    [['chains', 0, 'order'], '1', 'chains[0].order must be a whole number'],
    [['chains', 0, 'starts_in_hours'], 1e9, 'chains[0].starts_in_hours must be a number from -876000 to 876000'],
    [['chains', 0, 'colour'], 'red', 'chains[0].colour is not known'],
    [['chains', 0, '__proto__x'], 'red', 'chains[0].__proto__x is not known'],
    [['chains', 0, 'steps'], {}, 'chains[0].steps must be a list of 0 to 31'],
    [['chains', 0, 'popup_header', 'english'], 'x', 'chains[0].popup_header.english is not named like ^[a-z]{2}$'],
    [['chains', 0, 'steps', 0, 'reward', 0, 'type'], 'hug', /reward\[0\]\.type must be one of: virtual_good, /],
    [['chains', 0, 'steps', 1, 'reward', 0, 'bundle_type'], undefined, /reward\[0\]\.bundle_type is missing in a/],
    [['chains', 0, 'steps', 0, 'reward', 0, 'bundle_type'], 'standard', /reward\[0\]\.bundle_type is for bundles/],
    [['chains', 0, 'image_url'], 'http://a.example/b.png', /^chains\[0\]\.image_url must be an https address or/],
    [['players', 1, 'user'], 'winner', 'players[1].user is there before, in players[0]'],
    [['chains', 1, 'reward_chain_id'], 101, 'chains[1].reward_chain_id is there before, in chains[0]'],
    [['chains', 0, 'steps', 1, 'step_id'], 1001, 'chains[0].steps[1].step_id is there before, in chains[0].steps[0]'],
    [['contributions', 0, 'reward_chain_id'], 5, 'contributions[0].reward_chain_id must be the id of a chain'],
    [['contributions', 0, 'clan'], null, 'contributions[0].clan must be a clan: the chain is a clan chain'],
    [['claims', 1, 'clan'], 'owls', 'claims[1].clan must be null: the chain is an individual one'],
    [['claims', 0, 'step_id'], 11, 'claims[0].step_id must be a step of chain 101'],
    [['daily_chains', 1, 'id'], 201, 'daily_chains[1].id is there before, in daily_chains[0]'],
    [
      ['daily_chains', 0, 'steps', 1, 'step_number'],
      1,
      'daily_chains[0].steps[1].step_number is there before, in daily_chains[0].steps[0]',
    ],
    [['daily_claims', 0, 'daily_chain_id'], 5, 'daily_claims[0].daily_chain_id must be the id of a daily chain'],
    [['daily_claims', 0, 'step_number'], 8, 'daily_claims[0].step_number must be a step of daily chain 201'],
    [['offer_chains', 1, 'id'], 301, 'offer_chains[1].id is there before, in offer_chains[0]'],
    [
      ['offer_chains', 0, 'steps', 1, 'step_number'],
      1,
      'offer_chains[0].steps[1].step_number is there before, in offer_chains[0].steps[0]',
    ],
    [
      ['offer_chains', 0, 'steps', 1, 'price', 'amount'],
      0,
      'offer_chains[0].steps[1].price.amount must be an amount above 0 and up to 1000000',
    ],
    [
      ['offer_chains', 0, 'steps', 1, 'points', 0, 'reward_chain_id'],
      5,
      'offer_chains[0].steps[1].points[0].reward_chain_id must be the id of a chain',
    ],
    [['offer_claims', 0, 'offer_chain_id'], 5, 'offer_claims[0].offer_chain_id must be the id of an offer chain'],
    [['offer_claims', 0, 'step_number'], 8, 'offer_claims[0].step_number must be a step of offer chain 301'],
  ];

  for (const [path, value, message] of cases) assert.throws(() => toSeed(seedWith(path, value)), {message});
  assert.throws(() => toSeed([]), {message: 'the seed must be an object'});
});

test('a file may start with a byte order mark', async () => {
  const file = join(folder, 'marked.json');
  await writeFile(file, `\ufeff${JSON.stringify(defaultSeed)}`);

  assert.deepEqual(await readSeed(file), defaultSeed);
});

test('a file that is no seed is reported by its name', async () => {
  const file = join(folder, 'seed.json');
  await assert.rejects(readSeed(file), {message: `${file} cannot be read (ENOENT)`});

  await writeFile(file, '{"project_id":');
  await assert.rejects(readSeed(file), ({message}: Error) => message.startsWith(`${file} is not JSON (`));

  await writeFile(file, '{"project_id": 0}');
  await assert.rejects(readSeed(file), {message: `${file}: project_id must be a whole number from 1`});
});

test('a seed may say who sees a chain and a reward, as its schema does', () => {
  const condition = {attribute: 'race', type: 'string', operator: 'eq', value: 'orc'};
  const wrong = [
    [],
    [{...condition, operator: 'gt'}],
    [{...condition, value: 5}],
    [{...condition, more: 1}],
    'orcs',
    null,
  ];

  for (const place of [
    ['chains', 0],
    ['chains', 0, 'steps', 0, 'reward', 0],
  ] as const) {
    const path: Path = [...place, 'attribute_conditions'];
    assert.deepEqual(
      [isAccepted(seedWith(path, [condition])), follows('seed', seedWith(path, [condition]))],
      [true, true],
    );
    for (const value of wrong) {
      const seed = seedWith(path, value);
      assert.deepEqual([isAccepted(seed), follows('seed', seed)], [false, false], JSON.stringify(value));
    }
  }
});
