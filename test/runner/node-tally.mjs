import {writeFileSync} from 'node:fs';
import {inspect} from 'node:util';

/**
 * A reporter for Node's test runner: prints failures and skips as they happen, and writes the counts to `TALLY_FILE`.
 *
 * Tests are counted, suites are not. Two kinds of suites count: one with a failed hook, since its tests may never have
 * been reported, and an outermost one without a test, since it may be a whole file. The runner reports a file itself
 * only if the file crashed, hung or had no test: all three are failures.
 */
export default async function* nodeTally(events) {
  const tally = {passed: 0, failed: 0, skipped: 0};
  const stderr = new Map();
  let inSuite = 0;
  let outermost;
  for await (const {type, data} of events) {
    if (type === 'test:start' && !data.nesting) outermost = data.name;
    if (type === 'test:stderr') stderr.set(data.file, (stderr.get(data.file) ?? '') + data.message);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const outcome = outcomeOf(type, data, inSuite);
    inSuite = data.nesting ? inSuite + Number(data.details.type !== 'suite') : 0;
    if (!outcome) continue;
    tally[outcome]++;
    yield* describe(outcome, {...data, outermost}, stderr);
  }
  writeFileSync(process.env.TALLY_FILE, JSON.stringify(tally));
}

function outcomeOf(type, {name, file, nesting, skip, todo, details}, inSuite) {
  if (skip !== undefined || todo !== undefined) return 'skipped';
  if (details.type === 'suite') return isBrokenSuite(type, details) || (!nesting && !inSuite) ? 'failed' : undefined;
  return type === 'test:fail' || name === file ? 'failed' : 'passed';
}

function isBrokenSuite(type, {error}) {
  return type === 'test:fail' && error.failureType !== 'subtestsFailed';
}

function* describe(outcome, {name, file, outermost, skip, details}, stderr) {
  const place = placeOf(file, outermost);
  if (outcome === 'skipped') yield `SKIPPED ${name}${typeof skip === 'string' ? `: ${skip}` : ''}\n`;
  if (outcome !== 'failed') return;
  yield name === file ? `FAILED ${place}\n` : `FAILED ${name} (${place})\n`;
  yield `${indent(reasonOf(details.error))}\n`;
  if (name === file) yield `${indent(stderr.get(file) ?? '')}\n`;
}

/** If files share a process, the outermost suite has the name of the test's file. */
function placeOf(file, outermost) {
  return /\.test\.m?[jt]s$/.test(outermost) ? outermost : file?.replace(`${process.cwd()}/`, '');
}

function reasonOf(error) {
  if (!error) return 'The file holds no test.';
  const cause = error.cause ?? error;
  // If an error contains a function, for example, another process only passes on its printed form.
  if (typeof cause === 'object' && cause.message === undefined) return inspect(cause);
  return cause.stack?.includes(cause.message) ? cause.stack : `${cause.message ?? cause}\n${cause.stack ?? ''}`;
}

function indent(text) {
  const lines = text.split('\n').filter(line => !/\(node:|at node:|at async Promise\.all/.test(line));
  return lines
    .map(line => `    ${line}`.trimEnd())
    .join('\n')
    .trimEnd();
}
