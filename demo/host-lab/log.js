/* Every message in order, with what happened to it. Tokens are left out, as they should be in any log. */
import {el} from '../el.js';

const list = document.querySelector('#log');
const WAYS = {game: 'page → game', page: 'game → page'};

let start = performance.now();

const withoutTokens = text => text.replace(/("token":\s*")[^"]*/g, '$1…');

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function add(item) {
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 48;
  list.append(item);
  if (isAtEnd) list.scrollTop = list.scrollHeight;
}

const seconds = ms => `${(ms / 1000).toFixed(2)} s`;

const timeOf = ms => el('time', {textContent: seconds(ms)});

/** Marks the progress of page and game. */
function reach(step) {
  document.querySelector(`[data-step="${step}"]`)?.classList.add('done');
}

export const log = {
  reach,

  /** A new page starts. */
  clear() {
    start = performance.now();
    list.replaceChildren();
    for (const step of document.querySelectorAll('[data-step]')) step.classList.remove('done');
  },

  /** An entry that is not a message. */
  fact(text, kind = '') {
    const item = el(
      'li',
      {className: `fact ${kind}`},
      el('span', {textContent: text}),
      timeOf(performance.now() - start),
    );
    add(item);
  },

  /** A string in transit. `end` shows what happened to it, `remark` how it was changed. */
  message({to, method, answers}, text) {
    const said = performance.now();
    const name = method ?? (answers ? `answer to ${answers}` : 'no message');
    const item = el('li', {className: 'message'});
    const fate = el('span', {className: 'fate', textContent: 'on its way'});
    const remark = el('span', {className: 'remark'});
    const way = el('span', {className: 'way', textContent: WAYS[to]});
    const summary = el('summary', {}, way, el('code', {textContent: name}), remark, fate, timeOf(said - start));
    const content = el('pre', {textContent: withoutTokens(pretty(text))});
    Object.assign(item.dataset, {to, name, fate: 'waiting'});
    item.append(el('details', {}, summary, content));
    add(item);
    return {
      remark: what => (remark.textContent = what),
      end(what, reason = '') {
        const took = performance.now() - said;
        Object.assign(item.dataset, {fate: what, took: Math.round(took)});
        fate.textContent = what === 'arrived' ? (took < 50 ? '' : `after ${seconds(took)}`) : `${what} ${reason}`;
        // Not by a message from the previous page.
        if (what === 'arrived' && item.isConnected) reach(name);
      },
    };
  },
};
