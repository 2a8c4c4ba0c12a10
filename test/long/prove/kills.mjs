/*
 * Kills a real browser at every point of a clan switch, with every delay, so many times, and counts how often the
 * rewards were there again: `node test/long/prove/kills.mjs [times]`. The last line is the count.
 */
import '../../runner/typescript.mjs';

const {killAt, POINTS} = await import('../../built/switch-faults/kills.ts');
const {servePlayerPage} = await import('../../built/switch-faults/page-server.ts');

const DELAYS_MS = [0, 200, 1000];
const times = Number(process.argv[2] ?? 4);

const server = await servePlayerPage();
const runs = POINTS.flatMap(point =>
  DELAYS_MS.flatMap(delayMs => Array.from({length: times}, () => ({point, delayMs}))),
);
const total = runs.length;
let recovered = 0;

async function worker() {
  for (let run = runs.shift(); run; run = runs.shift()) {
    try {
      await killAt(run.point, server, run.delayMs);
      recovered++;
    } catch (error) {
      console.log(`FAILED ${run.point.name}, ${run.delayMs} ms later: ${error.stack}`);
    }
  }
}

await Promise.all([worker(), worker()]);
await server.close();
console.log(`${total} kills, ${recovered} recovered`);
process.exitCode = total > 0 && recovered === total ? 0 : 1;
