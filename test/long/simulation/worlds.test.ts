import assert from 'node:assert/strict';
import {test} from 'node:test';

import {runSeed} from './run.js';
import {DEFAULTS, FRIENDS, OURS} from './settings.js';
import {survey} from './survey.js';

const RUNS = 3_000;
/** The other tests wait for no more than a minute; this one computes all the time. */
const LONGEST = {timeout: 300_000};
const SEED = 'node --import ./test/runner/typescript.mjs test/long/simulation/command.ts --seed';

test(
  `in ${RUNS} drawn worlds nothing is lost silently, made up or shown again, and all comes to rest`,
  LONGEST,
  async () => {
    const {seeds} = await survey(0, RUNS, DEFAULTS);

    const found = [...seeds].flatMap(([kind, all]) => all.map(seed => `${kind}: ${SEED} ${seed}`));
    assert.deepEqual(found, []);
  },
);

test('nor is it where every other answer is lost and friends change clans together', async () => {
  const {seeds} = await survey(0, 300, FRIENDS);

  assert.deepEqual([...seeds], []);
});

test('a seed runs the same each time', async () => {
  const stories: string[][] = [[], []];
  for (const story of stories) await runSeed(8477, DEFAULTS, line => story.push(line));

  assert.ok(stories[0]?.some(line => line.startsWith('update')));
  assert.deepEqual(stories[0], stories[1]);
});

test('the same worlds find out a journal that cannot see what is owed', async () => {
  const {seeds} = await survey(0, 200, {...DEFAULTS, design: {...OURS, snapshot: false}});

  assert.ok(seeds.get('lost silently'));
});
