import {spawn} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {stripVTControlCharacters} from 'node:util';

const TALLIES = '.cache/test';
const MINUTE = 60_000;
const running = new Set();

/** With more room for short-lived objects, Node collects garbage less often: a tenth of the time of builds and lint. */
const NODE_OPTIONS = [process.env.NODE_OPTIONS, '--max-semi-space-size=64'].filter(Boolean).join(' ');

/**
 * Runs one command as a step of the tests and resolves to its counts; it never rejects. Output is shown at once, each
 * line after the step's name, since steps run in parallel.
 *
 * With `tally`, the command must write its counts to `TALLY_FILE`; otherwise it counts as one test that passes or
 * fails. A command that broke without a failed test (crashed, or was killed after `minutes`) adds a failure.
 */
export async function runStep({name, args, env = {}, minutes = 12, tally = true}) {
  const file = `${TALLIES}/${name}.json`;
  mkdirSync(TALLIES, {recursive: true});
  rmSync(file, {force: true});
  const started = performance.now();
  const succeeded = await succeeds({
    name,
    args,
    env: {...process.env, NODE_OPTIONS, ...env, TALLY_FILE: file},
    minutes,
  });
  const counts = countsOf(tally ? readTally(file) : undefined, succeeded, !tally);
  print(name, `${summary(counts)} in ${Math.round((performance.now() - started) / 1000)} s`);
  return counts;
}

/** The counts in readable form. */
export function summary({passed, failed, skipped}) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Prints one line of a step, without codes that would move the cursor or colour another step's lines. */
export function print(name, line) {
  const text = stripVTControlCharacters(line).trimEnd();
  if (text) console.log(`${name.padEnd(8)}| ${text}`);
}

function countsOf(counts, succeeded, isWhole) {
  if (succeeded && isWhole) return {passed: 1, failed: 0, skipped: 0};
  const {passed = 0, failed = 0, skipped = 0} = counts ?? {};
  const broke = counts === undefined || (!succeeded && failed === 0) || passed + failed + skipped === 0;
  return {passed, failed: broke ? failed + 1 : failed, skipped};
}

function readTally(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function succeeds({name, args, env, minutes}) {
  // In its own process group, so that a hung step is killed together with the browsers it started.
  const child = spawn(process.execPath, args, {env, detached: true, stdio: ['ignore', 'pipe', 'pipe']});
  running.add(child);
  for (const input of [child.stdout, child.stderr]) createInterface({input}).on('line', line => print(name, line));
  const timer = setTimeout(() => {
    print(name, `ended: it took longer than ${minutes} minutes`);
    end(child);
  }, minutes * MINUTE);
  return new Promise(resolve => {
    child.on('error', error => print(name, error.message));
    child.on('close', code => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code === 0);
    });
  });
}

function end(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    running.forEach(end);
    process.exit(1);
  });
}
