import {FOLDERS} from './mutated.mjs';

/*
 * Mutation testing: `npm run mutants` for the clan switch and its storage, with
 * `MUTATED="http auth"` for other folders. Every change that a mutant makes to the code must make a test fail; those that
 * live are argued in docs/internals/reliability.md.
 */
export default {
  mutate: [
    ...FOLDERS.map(folder => `src/${folder}/*.ts`),
    // Needs a browser: test/built/pages has its tests.
    '!src/storage/indexed-db.ts',
  ],
  testRunner: 'command',
  buildCommand: 'node test/long/prove/bundle-mutation-tests.mjs',
  commandRunner: {
    command:
      'node --test-reporter=./test/long/prove/bail-reporter.mjs --test-reporter-destination=stdout .cache/mutation-tests.mjs',
  },
  timeoutMS: 20_000,
  concurrency: 2,
  ignorePatterns: [
    'dist',
    'coverage',
    'demo',
    'docs/pictures',
    'components',
    'test/built/frameworks',
    'test/built/pages',
  ],
  tempDirName: '.cache/stryker',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: {
    allowColor: false,
    allowEmojis: false,
    logTests: false,
    reportTests: false,
    reportScoreTable: true,
  },
  thresholds: {high: 100, low: 95, break: null},
};
