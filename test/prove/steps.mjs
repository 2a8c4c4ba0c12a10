const TYPESCRIPT = 'node --import ./test/helpers/typescript.mjs';

/**
 * The long proofs, each a command that exits with 0 when it holds, with 77 when it cannot run here, and with anything
 * else when it fails.
 *
 * @type {readonly {name: string, command: string, env?: Record<string, string>}[]}
 */
export const STEPS = [
  {name: 'simulation', command: `${TYPESCRIPT} test/simulation/command.ts --seeds 200000`},
  {
    name: 'interleavings',
    command: `${TYPESCRIPT} --test --test-reporter=dot test/simulation/interleavings.test.ts`,
    env: {INTERLEAVINGS: '10000'},
  },
  {name: 'engines', command: 'npm run test:engines'},
  {name: 'kills', command: 'node test/prove/kills.mjs'},
  {name: 'mutants of the clan switch', command: 'npm run mutants'},
  {name: 'mutants of the client', command: 'npm run mutants', env: {MUTATED: 'api auth text state'}},
];
