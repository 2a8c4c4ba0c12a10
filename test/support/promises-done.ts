/**
 * Resolves once the callbacks of settled promises have run: after this number of turns of the event loop, for chains of
 * promises that pass through timers or streams.
 */
export async function promisesDone(turns = 1): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise(resolve => setImmediate(resolve));
}
