const TYPESCRIPT = 'node --import ./test/runner/typescript.mjs';

/**
 * The long proofs, each a command that exits with 0 when it holds, with 77 when it cannot run here, and with anything
 * else when it fails.
 *
 * @type {readonly {name: string, command: string, env?: Record<string, string>}[]}
 */
export const STEPS = [
  {name: 'simulation', command: `${TYPESCRIPT} test/long/simulation/command.ts --seeds 200000`},
  {
    name: 'interleavings',
    command: `${TYPESCRIPT} --test --test-reporter=dot test/long/simulation/interleavings.test.ts`,
    env: {INTERLEAVINGS: '10000', TEST_LIMIT_MS: '3600000'},
  },
  {
    name: 'exits',
    command: `${TYPESCRIPT} --test --test-reporter=dot test/unit/session/switch-exits.test.ts`,
    env: {SWITCH_EXITS: '2000', TEST_LIMIT_MS: '3600000'},
  },
  {
    name: 'orders',
    command: `${TYPESCRIPT} --test --test-reporter=dot test/unit/orders/drawn.test.ts`,
    env: {ORDER_WORLDS: '100000', TEST_LIMIT_MS: '3600000'},
  },
  {
    name: 'codes',
    command: `${TYPESCRIPT} --test --test-reporter=dot test/unit/codes/drawn.test.ts`,
    env: {CODE_WORLDS: '10000', TEST_LIMIT_MS: '3600000'},
  },
  {
    name: 'applies',
    command: `${TYPESCRIPT} --test --test-reporter=dot test/unit/project-file/interrupted.test.ts`,
    env: {INTERRUPTED_APPLIES: '1000', TEST_LIMIT_MS: '3600000'},
  },
  {
    name: 'hostile texts',
    command: `${TYPESCRIPT} --test --test-reporter=dot test/unit/security/names.fuzz.test.ts test/unit/security/answers.fuzz.test.ts`,
    env: {HOSTILE_RUNS: '100000', TEST_LIMIT_MS: '3600000'},
  },
  {
    name: 'built files',
    command: 'node test/runner/run.mjs long/built quality/looks quality/rest',
    env: {EVERY_LOOK: '1'},
  },
  {name: 'payment windows', command: 'node test/long/prove/windows.mjs'},
  {name: 'coverage', command: 'npm run coverage'},
  {name: 'engines', command: 'npm run test:engines'},
  {name: 'kills', command: 'node test/long/prove/kills.mjs'},
  {name: 'mutants of the clan switch', command: 'npm run mutants'},
  {name: 'mutants of the client', command: 'npm run mutants', env: {MUTATED: 'http auth text stores'}},
];
