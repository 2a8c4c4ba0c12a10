import {runSeed} from './run.js';
import type {Settings} from './settings.js';
import type {Finding} from './witness.js';

/** Many runs, and what was found in them. */
export type Survey = {
  readonly runs: number;
  readonly lives: number;
  readonly updates: number;
  /** Runs with a loss of which the player knew that something may be missing. */
  readonly told: number;
  /** Runs in which a receipt said that it may be incomplete. */
  readonly doubted: number;
  /** Seeds by what was found. */
  readonly seeds: ReadonlyMap<Finding['kind'] | 'unhandled', readonly number[]>;
};

/** Runs the seeds from `first` up to `end`, that one not included. */
export async function survey(first: number, end: number, settings: Settings): Promise<Survey> {
  const seeds = new Map<Finding['kind'] | 'unhandled', number[]>();
  const sums = {runs: end - first, lives: 0, updates: 0, told: 0, doubted: 0};
  let seed = first;
  const find = (kind: Finding['kind'] | 'unhandled'): void => {
    seeds.set(kind, [...(seeds.get(kind) ?? []), seed]);
  };
  const onUnhandled = (): void => find('unhandled');
  process.on('unhandledRejection', onUnhandled);
  for (; seed < end; seed++) {
    const {findings, told, doubted, lives, updates} = await runSeed(seed, settings);
    new Set(findings.map(({kind}) => kind)).forEach(find);
    sums.lives += lives;
    sums.updates += updates;
    sums.told += Number(told > 0);
    sums.doubted += Number(doubted);
  }
  process.off('unhandledRejection', onUnhandled);
  return {...sums, seeds};
}
