/*
 * `npm run bench`: compares the cost of our board and of our offers with handwritten ones and ones in plain Lit, in one
 * run, with the same rows, as ratios to the handwritten ones. `npm run bench -- 9` runs nine rounds instead of five, and
 * `npm run bench -- 9 bytes` measures only bytes. It has no limit: time depends on the machine, and the tests count
 * everything that must not grow. docs/internals/performance.md explains it.
 */
import {readFileSync} from 'node:fs';
import {build} from 'esbuild';
import {launchChrome} from '../test/support/chrome.ts';
import {servePage} from '../test/built/pages/static-page.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const WORD = process.argv[3] ?? '';
const BOARDS = {'by hand': 'by-hand', 'plain Lit': 'plain-lit', ours: 'ours'};
/** The measurements that begin with this are of lists of offers. */
const OFFERS = '500 offers';
const PAGE = name => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
  <link rel="icon" href="data:,"><body><script type="module" src="/${name}.js"></script>`;

/** Each runs an action in a page, and returns one figure. */
const MEASURES = {
  'first board with ten rows: CPU': page => page.cpu(() => page.run('mount', 1)),
  'ten rows, all change: CPU': page => page.updating(10, 'all', 50),
  'ten rows, one changes: CPU': page => page.updating(10, 'one', 50),
  'ten rows, the same again: CPU': page => page.updating(10, 'nothing', 50),
  '1,000 rows, all change: CPU': page => page.updating(1_000, 'all', 5),
  '1,000 boards: CPU': page => page.cpu(() => page.run('mount', 1_000)),
  'ten rows, all change: style computations': page => page.styles(() => page.run('update', 10, 'all', 1)),
  'nodes of a board, of 100': page => page.grown('nodes', 100, () => page.run('mount', 100)),
  'bytes of a board, of 100': page => page.grown('bytes', 100, () => page.run('mount', 100)),
  [`${OFFERS}, until they are painted: CPU`]: page => page.cpu(() => page.run('mount', 1)),
  [`${OFFERS}, until they are painted: milliseconds`]: page => page.time(() => page.run('mount', 1)),
  [`${OFFERS}, each answer after 250 ms: milliseconds`]: page => page.time(() => page.run('mountLate', 250)),
  [`${OFFERS}, other prices: CPU`]: page =>
    page
      .run('mount', 1)
      .then(() => page.cpu(() => page.run('reprice', 5)))
      .then(ms => ms / 5),
  [`${OFFERS}, scrolled to the end: CPU`]: page =>
    page.run('mount', 1).then(() => page.cpu(() => page.run('scrollThrough'))),
  [`${OFFERS}, scrolled to the end: longest frame`]: page => page.run('mount', 1).then(() => page.run('scrollThrough')),
  // Until then the engine compiles what runs often, and keeps it.
  'bytes left per mount, after 1,500': async page => {
    await page.run('mountAndRemove', 1_500);
    return page.grown('bytes', 1_000, () => page.run('mountAndRemove', 1_000));
  },
};

/** Those whose name contains the second word of the command. */
const chosen = Object.entries(MEASURES).filter(([what]) => what.includes(WORD));

const bundle = async name => {
  const {outputFiles} = await build({
    stdin: {contents: `import './${name}.js'; import './in-page.js';`, resolveDir: 'scripts/bench'},
    external: ['/dist/*'],
    bundle: true,
    ignoreAnnotations: true,
    minify: true,
    format: 'esm',
    define: {'process.env.NODE_ENV': '"production"'},
    write: false,
  });
  return outputFiles[0].text;
};

class BoardPage {
  #page;
  #debug;

  static async open(browser, url) {
    const self = new BoardPage();
    const context = await browser.newContext();
    self.#page = await context.newPage();
    self.#debug = await context.newCDPSession(self.#page);
    await self.#debug.send('Performance.enable', {timeDomain: 'threadTicks'});
    await self.#page.goto(url);
    await self.#page.waitForFunction('globalThis.run && globalThis.bench');
    return self;
  }

  close = () => this.#page.context().close();

  run = (name, ...args) => this.#page.evaluate(([name, args]) => globalThis.run[name](...args), [name, args]);

  /** Milliseconds of the page's main thread, with style, layout and paint. */
  cpu = task => this.#metric('TaskDuration', task).then(seconds => 1_000 * seconds);

  async time(task) {
    const before = performance.now();
    await task();
    return performance.now() - before;
  }

  styles = task => this.run('mount', 1).then(() => this.#metric('RecalcStyleCount', task));

  async updating(count, change, times) {
    await this.run('mount', 1);
    await this.run('update', count, change, 2);
    return (await this.cpu(() => this.run('update', count, change, times))) / times;
  }

  /** The growth of a metric in the page, per board; the first board is not counted. */
  async grown(what, count, task) {
    await this.run('mountAndRemove', 50);
    await this.run('mount', 1);
    const before = await this.#contents();
    await task();
    return ((await this.#contents())[what] - before[what]) / count;
  }

  async #metric(name, task) {
    const read = async () =>
      (await this.#debug.send('Performance.getMetrics')).metrics.find(m => m.name === name).value;
    const before = await read();
    await task();
    return (await read()) - before;
  }

  async #contents() {
    for (let times = 0; times < 3; times++) await this.#debug.send('HeapProfiler.collectGarbage');
    const {nodes} = await this.#debug.send('Memory.getDOMCounters');
    const {usedSize} = await this.#debug.send('Runtime.getHeapUsage');
    return {nodes, bytes: usedSize};
  }
}

const median = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** A cell: the figure and, for ours and Lit, its ratio to the handwritten board. */
function toCell(figure, byHand) {
  const shown = figure >= 100 ? figure.toFixed(0) : figure.toPrecision(2);
  return byHand > 0 ? `${shown} ×${(figure / byHand).toFixed(2)}` : shown;
}

function printTable(figures) {
  const names = Object.keys(BOARDS);
  console.log(`| what | ${names.join(' | ')} |\n| --- |${' ---: |'.repeat(names.length)}`);
  for (const [what] of chosen) {
    const row = names.map(name => median(figures.get(`${what} ${name}`)));
    console.log(`| ${what} | ${row.map(figure => toCell(figure, row[0])).join(' | ')} |`);
  }
}

async function measureAll(browser, served) {
  const figures = new Map();
  for (let round = 0; round < ROUNDS; round++)
    for (const [what, measure] of chosen)
      for (const name of Object.keys(BOARDS)) {
        const file = what.startsWith(OFFERS) ? `${BOARDS[name]}-offers` : BOARDS[name];
        const page = await BoardPage.open(browser, served[file].url);
        const figure = await measure(page);
        await page.close();
        const key = `${what} ${name}`;
        figures.set(key, [...(figures.get(key) ?? []), figure]);
      }
  return figures;
}

const served = {};
for (const file of Object.values(BOARDS).flatMap(name => [name, `${name}-offers`]))
  served[file] = await servePage(PAGE(file), {[`/${file}.js`]: await bundle(file)});
const browser = await launchChrome();
const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
console.log(`liveops-elements ${version}, Chromium ${browser.version()}, ${ROUNDS} rounds, medians\n`);
printTable(await measureAll(browser, served));
await browser.close();
for (const {close} of Object.values(served)) await close();
