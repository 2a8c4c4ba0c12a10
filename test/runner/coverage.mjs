import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {SourceMap} from 'node:module';
import {join, resolve} from 'node:path';

import {Report} from 'c8';
import {transformSync} from 'esbuild';
import coverage from 'istanbul-lib-coverage';

const FOLDERS = ['src', 'components'];
/** Used only by engines that need them, in tests of the built files, which count no coverage. */
export const UNCOUNTED = ['src/polyfills/', 'src/loader/'];
const ENOUGH = 95;

/** The folder in which the Node runs write V8's counts (`NODE_V8_COVERAGE`). */
export const NODE_COVERAGE = 'coverage/node';
const BROWSER_REPORT = 'coverage/browser/coverage-final.json';

/**
 * The lines of code of every source file and those that no test ran, as `{file, lines, missed}`; a file that no test
 * loaded is missed as a whole. Comments and types don't count as code.
 *
 * The two runs compile the same source differently, so their statements don't match, but lines do. A line is covered if
 * either run covered it.
 */
export async function measureCoverage() {
  const maps = [await nodeCoverage(), browserCoverage()];
  return sourceFiles()
    .map(file => linesOf(file, maps))
    .filter(({lines}) => lines > 0);
}

/** The total and each file below the limit as printable lines, and whether the total is enough. */
export function reportCoverage(files) {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const missed = files.reduce((sum, file) => sum + file.missed.length, 0);
  const isEnough = percent(lines, missed) >= ENOUGH;
  const low = files.filter(file => percent(file.lines, file.missed.length) < ENOUGH);
  return {lines: [...low.map(describe), verdict(lines, missed, isEnough)], isEnough};
}

function verdict(lines, missed, isEnough) {
  const share = `${percent(lines, missed).toFixed(1)} % of ${lines} lines`;
  return isEnough ? share : `FAILED: ${share}; at least ${ENOUGH} % are asked`;
}

function describe({file, lines, missed}) {
  return `${percent(lines, missed.length).toFixed(1).padStart(5)} % ${file}: ${ranges(missed)}`;
}

function percent(lines, missed) {
  return lines ? 100 * (1 - missed / lines) : 0;
}

function ranges(numbers) {
  const starts = numbers.filter(number => !numbers.includes(number - 1));
  const ends = numbers.filter(number => !numbers.includes(number + 1));
  return starts.map((start, index) => (start === ends[index] ? start : `${start}-${ends[index]}`)).join(' ');
}

function linesOf(file, maps) {
  const path = resolve(file);
  const loaded = maps.filter(map => map.files().includes(path));
  const counts = loaded.map(map => map.fileCoverageFor(path).getLineCoverage());
  const lines = codeLines(file);
  return {file, lines: lines.length, missed: lines.filter(line => !counts.some(count => count[line] > 0))};
}

/** The lines for which the compiler emits code. */
function codeLines(file) {
  const tsconfigRaw = readFileSync('tsconfig.json', 'utf8');
  const {code, map} = transformSync(readFileSync(file, 'utf8'), {loader: 'ts', sourcemap: true, tsconfigRaw});
  const origins = new SourceMap(JSON.parse(map));
  const rows = code.split('\n').map((text, row) => Array.from(text, (_, column) => origins.findEntry(row, column)));
  const numbers = rows.flat().map(({originalLine}) => originalLine + 1);
  return [...new Set(numbers)].filter(Boolean).sort((a, b) => a - b);
}

function nodeCoverage() {
  const include = FOLDERS.map(folder => `${folder}/**`);
  const report = new Report({include, exclude: [], extension: ['.ts'], tempDirectory: NODE_COVERAGE, resolve: ''});
  return existsSync(NODE_COVERAGE) ? report.getCoverageMapFromAllCoverageFiles() : coverage.createCoverageMap();
}

function browserCoverage() {
  return coverage.createCoverageMap(existsSync(BROWSER_REPORT) ? JSON.parse(readFileSync(BROWSER_REPORT, 'utf8')) : {});
}

function sourceFiles() {
  const inFolder = folder => readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(path => join(folder, path));
  return FOLDERS.flatMap(inFolder)
    .filter(path => path.endsWith('.ts') && !UNCOUNTED.some(folder => path.startsWith(folder)))
    .sort();
}
