import {rmSync} from 'node:fs';

import {ensureBrowser} from './browser.mjs';
import {measureCoverage, NODE_COVERAGE, reportCoverage} from './coverage.mjs';
import {inFolders} from './folders.mjs';
import {print, runStep, summary} from './step.mjs';
import {allTestFiles, builtSuites, suitesOf} from './suites.mjs';

const COVERAGE = '--coverage';

/*
 * `npm test` runs everything that must pass; `npm test -- stores claims/journal` runs only the test files whose paths
 * contain one of the words, without the checks. `--coverage` runs the tests of the sources, and counts the lines that
 * they reach. The last line is always the count.
 */
const words = process.argv.slice(2).filter(word => word !== COVERAGE);
const isCounting = process.argv.includes(COVERAGE);
const counts = await run().catch(failure);
console.log(summary(counts));
process.exitCode = counts.failed ? 1 : 0;

async function run() {
  process.env.CHROME_PATH = ensureBrowser();
  rmSync('coverage', {recursive: true, force: true});
  if (isCounting) return runCounting();
  return words.length ? runChosen() : runAll();
}

function failure(error) {
  console.log(error.message);
  return {passed: 0, failed: 1, skipped: 0};
}

/**
 * Three lanes take the next step from the list, the longest first: the built suites wait for browsers and time limits, so
 * two lanes would leave a core idle. Two steps do not need the build, and start together with it: alone, it leaves a core
 * idle, too.
 */
async function runAll() {
  const {long: _, pages, node, browser, ...others} = suitesOf(allTestFiles());
  const ready = Promise.all([runBuild(), installEngines()]);
  const onceBuilt = run => async () => ready.then(run);
  const steps = [
    () => ready.then(([build]) => build),
    () => runNode('node', node),
    () => runBrowser(browser),
    onceBuilt(() => runNode('pages', pages)),
    onceBuilt(runCheck),
    ...Object.keys(others).map(name => onceBuilt(() => runNode(name, others[name]))),
  ];
  return total(await Promise.all(Array.from({length: 3}, () => inTurn(steps))));
}

async function runCounting() {
  const {node, browser} = suitesOf(allTestFiles());
  const env = {NODE_V8_COVERAGE: NODE_COVERAGE};
  const runs = [() => runNode('node', node, {env}), () => runBrowser(browser)];
  return inTurn([...runs, runCoverage]);
}

async function runChosen() {
  const chosen = suitesOf(allTestFiles().filter(file => words.some(word => file.includes(word))));
  const names = Object.keys(chosen).filter(name => chosen[name].length);
  if (!names.length) throw new Error(`No test file has ${words.join(' or ')} in its path.`);
  const build = names.some(name => builtSuites.includes(name)) ? [runBuild] : [];
  if (names.includes('engines')) await installEngines();
  const runs = names.map(name => () => runSuite(name, chosen[name]));
  return inTurn([...build, ...runs]);
}

/** One suite at a time, so more processes than cores: some wait for answers. */
function runSuite(name, files) {
  return name === 'browser' ? runBrowser(files) : runNode(name, files, {processes: 4});
}

function runCheck() {
  return runStep({name: 'check', args: ['scripts/check.mjs'], tally: false});
}

function runBuild() {
  return runStep({name: 'build', args: ['scripts/build.mjs'], tally: false});
}

// The counts say nothing: tests of an engine that is not there are skipped, with the reason.
function installEngines() {
  const args = ['--import', './test/runner/typescript.mjs', 'test/built/engines/install.ts'];
  return runStep({name: 'install', args, tally: false});
}

// Tests of built files start browsers and builds, which use both cores, so only one file runs at a time.
function runNode(name, files, {env, processes = 2} = {}) {
  const concurrency = builtSuites.includes(name) ? 1 : processes;
  const minutes = name === 'long' ? 60 : 12;
  const runner = [
    '--import',
    './test/runner/typescript.mjs',
    '--test',
    `--test-concurrency=${concurrency}`,
    // Each test has its own limit; this one is for anything that a folder leaves open.
    `--test-timeout=${(minutes - 1) * 60_000}`,
  ];
  const reporter = ['--test-reporter=./test/runner/node-tally.mjs', '--test-reporter-destination=stdout'];
  if (!files.length) return noTests(name);
  const folders = inFolders(files, `.cache/folders/${name}`);
  return runStep({name, args: [...runner, ...reporter, ...folders], env, minutes});
}

function runBrowser(files) {
  const runner = ['--import', './test/runner/typescript.mjs', 'node_modules/@web/test-runner/dist/bin.js'];
  const options = ['--config', 'test/runner/wtr.config.mjs', '--static-logging', ...(isCounting ? ['--coverage'] : [])];
  const args = [...runner, ...options, '--files', ...files];
  return files.length ? runStep({name: 'browser', args}) : noTests('browser');
}

// Without this, a suite that lost its files in a rename would still pass.
function noTests(name) {
  print(name, 'FAILED: the suite has no tests');
  return {passed: 0, failed: 1, skipped: 0};
}

async function runCoverage() {
  const {lines, isEnough} = reportCoverage(await measureCoverage());
  for (const line of lines) print('coverage', line);
  return {passed: Number(isEnough), failed: Number(!isEnough), skipped: 0};
}

/** Takes the steps from the list, so that two of these can share one. */
async function inTurn(steps) {
  const all = [];
  for (let step = steps.shift(); step; step = steps.shift()) all.push(await step());
  return total(all);
}

function total(all) {
  const sum = key => all.reduce((result, each) => result + each[key], 0);
  return {passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped')};
}
