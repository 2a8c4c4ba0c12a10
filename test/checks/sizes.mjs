import {readFileSync} from 'node:fs';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {build} from 'esbuild';

/** Gzip KiB that the ES module with everything may have after each step of the project. */
const LEDGER = {skeleton: 18, elements: 22, switch: 25, client: 26, hosts: 28, players: 30};
const STEP = 'hosts';

const fromDist = file => readFileSync(`dist/${file}`);

/** What one element costs a page with a bundler of its own. */
async function bundledFromNpm(file) {
  const {outputFiles} = await build({
    entryPoints: [`dist/${file}`],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    define: {'process.env.NODE_ENV': '"production"'},
  });
  return Buffer.from(outputFiles[0].contents);
}

const BUDGETS = [
  {name: `ES module (${STEP})`, kib: LEDGER[STEP], read: () => fromDist('liveops-elements.js')},
  {name: 'classic script', kib: 34, read: () => fromDist('liveops-elements.iife.js')},
  {name: 'contributors from npm', kib: 17, read: () => bundledFromNpm('components/clan-contributors/define.js')},
];

async function measure({name, kib, read}) {
  const bytes = await read();
  const gzip = gzipSync(bytes, {level: 9}).length;
  const line = `${name}: ${bytes.length} min, ${gzip} gzip of ${kib * 1024}, ${brotliCompressSync(bytes).length} brotli`;
  return {line, over: gzip > kib * 1024};
}

export async function checkSizes() {
  const measured = await Promise.all(BUDGETS.map(measure));
  const faults = measured.filter(({over}) => over).map(({line}) => `over budget: ${line}`);
  return {faults, summary: `bytes\n${measured.map(({line}) => `      ${line}`).join('\n')}`};
}
