import {Worker} from 'node:worker_threads';

/** Longer than any test may take, so that the test's own limit comes first, milliseconds. */
const LIMIT_MS = Number(process.env.TEST_LIMIT_MS ?? 60_000) + 1_000;

let watch;
let starts = 0;

/**
 * Records that a test, a hook or the loading of a file starts; the returned function records its end. A worker ends
 * this process if one of them blocks the thread, so that no timer fires, or leaves something open that keeps the
 * process alive.
 */
export function noteStart(name) {
  watch ??= startWatch();
  const id = starts++;
  watch.postMessage({id, name});
  return () => watch.postMessage({id});
}

function startWatch() {
  const url = new URL('./thread-watch-worker.mjs', import.meta.url);
  const worker = new Worker(url, {workerData: {limitMs: LIMIT_MS}, execArgv: []});
  worker.unref();
  setInterval(() => worker.postMessage('beat'), LIMIT_MS / 20).unref();
  return worker;
}
