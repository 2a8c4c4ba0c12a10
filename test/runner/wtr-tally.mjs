import {writeFileSync} from 'node:fs';
import {relative} from 'node:path';

/**
 * A reporter for the browser test runner: prints failures as they happen, and writes the counts to `TALLY_FILE`.
 *
 * A file that did not load, or has no test, counts as one failure. So does a development warning of Lit: each one names
 * a fault that costs speed or correctness later.
 */
export function wtrTally() {
  const tally = {passed: 0, failed: 0, skipped: 0};
  return {
    reportTestFileResults({logger, sessionsForTestFile}) {
      for (const session of sessionsForTestFile) {
        const results = resultsOf(session);
        for (const {outcome} of results) tally[outcome]++;
        for (const result of results) report(logger, result, session);
      }
    },
    stop: () => writeFileSync(process.env.TALLY_FILE, JSON.stringify(tally)),
  };
}

function resultsOf(session) {
  const tests = testsIn(session.testResults);
  const faults = [...faultsOf(session), ...warningsOf(session)];
  if (!tests.length && !faults.length) faults.push('The file holds no test.');
  return [...tests, ...faults.map(message => ({outcome: 'failed', name: 'the file as a whole', error: {message}}))];
}

function testsIn(suite, path = []) {
  if (!suite) return [];
  const own = suite.tests.map(test => ({...test, name: [...path, test.name].join(' › '), outcome: outcomeOf(test)}));
  return [...own, ...suite.suites.flatMap(inner => testsIn(inner, [...path, inner.name]))];
}

function outcomeOf({passed, skipped}) {
  if (skipped) return 'skipped';
  return passed ? 'passed' : 'failed';
}

function faultsOf({errors, logs, request404s, passed, testResults}) {
  if (!errors.length && (passed || testResults)) return [];
  const reasons = errors.map(({message, stack}) => stack || message);
  const missing = request404s.map(url => `Not found: ${url}`);
  return [[...reasons, ...missing, ...logs.map(args => args.join(' '))].join('\n') || 'The file did not run.'];
}

function warningsOf({logs}) {
  return logs.flat().filter(text => typeof text === 'string' && text.includes('https://lit.dev/msg/'));
}

function report(logger, {outcome, name, error}, {testFile}) {
  const place = relative(process.cwd(), testFile);
  if (outcome === 'skipped') logger.log(`SKIPPED ${name} (${place})`);
  if (outcome === 'failed') logger.log(`FAILED ${name} (${place})\n${reasonOf(error)}`);
}

function reasonOf({message = '', stack = '', expected, actual} = {}) {
  const values = expected === undefined ? '' : `expected: ${expected}\nactual:   ${actual}`;
  return [message, values, stack.replace(message, '')]
    .flatMap(part => part.split('\n'))
    .filter(Boolean)
    .map(line => `    ${line}`)
    .join('\n');
}
