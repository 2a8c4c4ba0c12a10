import {writeSync} from 'node:fs';
import {parentPort, workerData} from 'node:worker_threads';

/* Runs next to the tests of a process, and ends it with a reason if it hangs. Started by `thread-watch.mjs`. */
const {limitMs} = workerData;
const running = new Map();
let last = '';
let [lastSeen, moved] = [performance.now(), performance.now()];

parentPort.on('message', message => {
  lastSeen = performance.now();
  if (message === 'beat') return;
  moved = lastSeen;
  last = message.name ?? last;
  if (message.name) running.set(message.id, message.name);
  else running.delete(message.id);
});

setInterval(() => {
  const now = performance.now();
  if (now - lastSeen > limitMs) end(`${[...running.values()].join(', ')} blocked the thread for ${limitMs} ms`);
  if (!running.size && now - moved > limitMs) end(`something that was left open by ${last} or a test before it`);
}, limitMs / 20);

function end(reason) {
  writeSync(2, `ended the process: ${reason}\n`);
  process.kill(process.pid, 'SIGKILL');
}
