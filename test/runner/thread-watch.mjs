import {Worker} from 'node:worker_threads';

/** Longer than any test of its own may take, so that the test's own limit comes first, milliseconds. */
const LIMIT_MS = Number(process.env.TEST_LIMIT_MS ?? 60_000) + 1_000;

let watch;
let starts = 0;

/**
 * Notes that a test, a hook or the loading of a file starts; the result notes its end. A worker ends this process where
 * one of them blocks its thread, so that no timer fires, and where something they left open keeps the process alive.
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
