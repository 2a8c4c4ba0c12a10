import {parseArgs} from 'node:util';
import {BASELINE} from './baseline.js';
import {runSeed} from './run.js';
import {DEFAULTS, FRIENDS, type Settings} from './settings.js';
import {survey} from './survey.js';

/*
 * node --import ./test/runner/typescript.mjs test/long/simulation/command.ts
 *   --seed 17          the story of one run
 *   --seeds 20000      so many runs, from --first on
 *   --baseline         the same for other designs
 * with --accrual, --hand-resets, --no-boards, --no-name, --friends, --no-lag, --no-crowd switched on.
 */
const {values} = parseArgs({
  options: {
    seed: {type: 'string'},
    seeds: {type: 'string', default: '20000'},
    first: {type: 'string', default: '0'},
    baseline: {type: 'boolean', default: false},
    accrual: {type: 'boolean', default: false},
    'hand-resets': {type: 'boolean', default: false},
    'no-boards': {type: 'boolean', default: false},
    friends: {type: 'boolean', default: false},
    'no-name': {type: 'boolean', default: false},
    'no-lag': {type: 'boolean', default: false},
    'no-crowd': {type: 'boolean', default: false},
  },
});
const settings: Settings = {
  ...(values.friends ? FRIENDS : DEFAULTS),
  accrual: values.accrual,
  handResets: values['hand-resets'],
  boards: !values['no-boards'],
  ownName: !values['no-name'],
  lag: !values['no-lag'],
  crowd: !values['no-crowd'],
};

if (values.seed) await tell(Number(values.seed));
else if (values.baseline) for (const [name, change] of BASELINE) await report(name, {...settings, ...change});
else await report('ours', settings);

async function tell(seed: number): Promise<void> {
  const {findings} = await runSeed(seed, settings, line => console.log(line));
  process.exitCode = findings.length ? 1 : 0;
}

async function report(name: string, chosen: Settings): Promise<void> {
  const first = Number(values.first);
  const {runs, lives, updates, told, doubted, seeds} = await survey(first, first + Number(values.seeds), chosen);
  console.log(`${name}: ${runs} runs, ${lives} page lives, ${updates} updates`);
  console.log(`  "may be incomplete" in ${share(doubted)}; lost with that warning in ${share(told)}`);
  for (const [kind, found] of seeds) {
    console.log(`  ${kind} in ${share(found.length)}: seeds ${found.slice(0, 5).join(', ')}`);
    process.exitCode = 1;
  }

  function share(count: number): string {
    return `${count} (${((100 * count) / runs).toFixed(3)} %)`;
  }
}
