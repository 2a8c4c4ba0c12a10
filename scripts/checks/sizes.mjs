/*
 * Without this, downloads could grow for every player without notice. `sizes.json` has the limits, KiB with gzip, and
 * the figures of the last commit, bytes; `node scripts/checks/sizes.mjs --accept` writes the current ones. Raise a
 * limit with a reason (`why` lists the `reasons` that apply) rather than shorten a name or a message.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {format, resolveConfig} from 'prettier';

const LEDGER = 'scripts/checks/sizes.json';
/** The tolerance of a figure above its limit. */
const SLACK = 1.03;
/** The tolerance of a bundle of the npm modules above the script tag's files. */
const NPM_SLACK = 1.05;

const gzipOf = bytes => gzipSync(bytes, {level: 9}).length;
const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

/** An element and its session, as a page with its own bundler loads them. */
async function bundledFromNpm(element) {
  const defines = [...new Set(['session', element])];
  const {outputFiles} = await build({
    stdin: {
      contents: defines.map(name => `import './dist/components/${name}/define.js';`).join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    define: {'process.env.NODE_ENV': '"production"'},
    // Our package declares which modules have no side effects; we measure that a bundler leaves them out.
    logOverride: {'ignored-bare-import': 'silent'},
  });
  return outputFiles[0].contents;
}

function largestLanguage() {
  return Math.max(...readdirSync('dist/languages').map(file => gzipOf(readFileSync(`dist/languages/${file}`))));
}

/** The size of each entry that pages load, by name, bytes with gzip. */
async function figures() {
  const {files, elements} = readJson('dist/sri.json');
  const {auto, ...tags} = elements;
  const byTag = Object.entries(tags).map(([name, {gzip}]) => [`${name} by script tag`, gzip]);
  const fromNpm = Object.keys(tags).map(async name => [`${name} from npm`, gzipOf(await bundledFromNpm(name))]);
  return Object.fromEntries([
    ['everything, ES module', files['liveops-elements.js'].gzip],
    ['everything, classic script', files['liveops-elements.iife.js'].gzip],
    ['loader', auto.gzip],
    ['largest language file', largestLanguage()],
    ...byTag,
    ...(await Promise.all(fromNpm)),
  ]);
}

/** The limit of a figure, bytes: its own, or that of the same element as a script tag. */
function limitOf(name, ledger, measured) {
  const {limit} = ledger[name] ?? {};
  if (limit) return limit * 1024 * SLACK;
  return (measured[name.replace('from npm', 'by script tag')] ?? 0) * NPM_SLACK;
}

function describe(name, gzip, {limit, gzip: last} = {}) {
  const change = last === undefined ? 'new' : gzip === last ? '±0' : `${gzip > last ? '+' : ''}${gzip - last}`;
  return `${name}: ${gzip} (${change})${limit ? ` of ${limit * 1024}` : ''}`;
}

function reasonFaults(reasons, ledger) {
  const named = new Set(Object.values(ledger).flatMap(({why = []}) => why));
  const known = Object.keys(reasons);
  return [
    ...[...named].filter(name => !known.includes(name)).map(name => `${LEDGER} lacks the reason ${name}`),
    ...known.filter(name => !named.has(name)).map(name => `${LEDGER} has the reason ${name}, which no figure names`),
  ];
}

export async function checkSizes() {
  const {reasons, figures: ledger} = readJson(LEDGER);
  const measured = await figures();
  const entries = Object.entries(measured);
  const over = entries.filter(([name, gzip]) => gzip > limitOf(name, ledger, measured));
  const gone = Object.keys(ledger).filter(name => !(name in measured));
  const faults = [
    ...over.map(([name, gzip]) => `over the limit: ${describe(name, gzip, ledger[name])}`),
    ...gone.map(name => `${LEDGER} has ${name}, which is not measured`),
    ...reasonFaults(reasons, ledger),
  ];
  const lines = entries.map(([name, gzip]) => `      ${describe(name, gzip, ledger[name])}`);
  return {faults, summary: `bytes with gzip\n${lines.join('\n')}`};
}

async function accept() {
  const {reasons, figures: ledger} = readJson(LEDGER);
  const entries = Object.entries(await figures()).map(([name, gzip]) => [name, {...ledger[name], gzip}]);
  const text = JSON.stringify({reasons, figures: Object.fromEntries(entries)});
  writeFileSync(LEDGER, await format(text, {...(await resolveConfig(LEDGER)), filepath: LEDGER}));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--accept')) await accept();
  const {faults, summary} = await checkSizes();
  console.log([summary, ...faults].join('\n'));
  process.exitCode = faults.length ? 1 : 0;
}
