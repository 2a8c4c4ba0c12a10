/**
 * Resolves when promises that are settled have run their callbacks: after this number of turns of the event loop, for
 * chains of promises that pass through timers or streams.
 */
export async function promisesDone(turns = 1): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise(resolve => setImmediate(resolve));
}
