import assert from 'node:assert/strict';
import {test} from 'node:test';

import {runSeed} from './run.js';
import {DEFAULTS, FRIENDS, OURS} from './settings.js';
import {survey} from './survey.js';

const RUNS = 1_500;
/** The other tests wait for no more than a minute; this one computes all the time. */
const LONGEST = {timeout: 300_000};
const SEED = 'node --import ./test/runner/typescript.mjs test/long/simulation/command.ts --seed';

test('a seed runs the same each time, whatever ran before', async () => {
  const stories: string[][] = [];
  // The world in between leaves a change of the host's storage that never ends.
  for (const seed of [3727, 3719, 3727]) {
    const story: string[] = [];
    await runSeed(seed, DEFAULTS, line => story.push(line));
    stories.push(story);
  }

  const [before, , after] = stories;
  assert.ok(before?.some(line => line.startsWith('update')));
  assert.deepEqual(after, before);
});

test(
  `in ${RUNS} drawn worlds nothing is lost silently, made up or shown again, and all comes to rest`,
  LONGEST,
  async () => {
    const {seeds} = await survey(0, RUNS, DEFAULTS);

    const found = [...seeds].flatMap(([kind, all]) => all.map(seed => `${kind}: ${SEED} ${seed}`));
    assert.deepEqual(found, []);
  },
);

test('nor is it where a switch follows another one at once, and its list is of the clan before', async () => {
  for (const seed of [31380, 33728, 46858, 56632, 80103, 131026, 157454, 164336, 193082]) {
    const {findings} = await runSeed(seed, DEFAULTS);

    assert.deepEqual(findings, [], `${SEED} ${seed}`);
  }
});

test('nor is it where every other answer is lost and friends change clans together', async () => {
  const {seeds} = await survey(0, 300, FRIENDS);

  assert.deepEqual([...seeds], []);
});

test('the same worlds find out a journal that cannot see what is owed', async () => {
  const {seeds} = await survey(0, 200, {...DEFAULTS, design: {...OURS, snapshot: false}});

  assert.ok(seeds.get('lost silently'));
});
