/* What happens to a string between page and game: the effects of webviews, mobile networks and bugs. */
import {unescapeUrl} from '../fake-hosts.js';

/** By name, whether a message is lost. `to` is `game` or `page`; `answers` the method that it answers. */
export const LOSSES = {
  nothing: () => false,
  'every third message': ({count}) => count % 3 === 0,
  'ready, to the game': ({method}) => method === 'ready',
  'configure, to the page': ({method}) => method === 'configure',
  'tokens, to the page': ({answers}) => answers === 'auth.getToken',
  'everything to the game': ({to}) => to === 'game',
  'everything to the page': ({to}) => to === 'page',
};

/** A description of a message for the log; `answers` for the answer to an earlier call. */
function createReader() {
  const calls = new Map();
  let count = 0;
  return (to, text) => {
    const {id, method} = parse(text);
    if (method && id !== undefined) calls.set(id, method);
    return {to, method, answers: method ? undefined : calls.get(id), count: ++count};
  };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** A wire with the faults that `faults()` returns at that moment; `log` records each string and what happens to it. */
export function createWire({faults, log}) {
  const read = createReader();

  return function transmit(to, text, deliver) {
    const facts = read(to, text);
    const note = log.message(facts, text);
    const {loss, delay, unescape} = faults();
    if (LOSSES[loss](facts)) return note.end('lost');
    setTimeout(() => {
      try {
        deliver(unescape && to === 'game' ? unescaped(text, note) : text);
        note.end('arrived');
      } catch (error) {
        note.end('failed', error.message);
      }
    }, delay);
  };
}

function unescaped(text, note) {
  const changed = unescapeUrl(text);
  note.remark(changed === text ? 'unescaped: unharmed' : 'unescaped: damaged');
  return changed;
}
