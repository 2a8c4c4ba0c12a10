import {FOLDERS} from './mutated.mjs';

/*
 * Mutation testing: `npm run mutants` for the clan switch and its storage, with
 * `MUTATED="api auth"` for other folders. Every change that a mutant makes to the code must make a test fail; those that
 * live are argued in docs/reliability.md.
 */
export default {
  mutate: [
    ...FOLDERS.map(folder => `src/${folder}/*.ts`),
    // Needs a browser: test/pages has its tests.
    '!src/storage/indexed-db.ts',
  ],
  testRunner: 'command',
  buildCommand: 'node test/prove/bundle-mutation-tests.mjs',
  commandRunner: {
    command:
      'node --test-reporter=./test/prove/bail-reporter.mjs --test-reporter-destination=stdout .cache/mutation-tests.mjs',
  },
  timeoutMS: 20_000,
  concurrency: 2,
  ignorePatterns: [
    'dist',
    'coverage',
    'demo',
    'docs',
    'components',
    'frameworks',
    'test/frameworks',
    'test/pages',
    '.git',
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
