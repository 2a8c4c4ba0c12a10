/* The page: its form says what host there is and what goes wrong; every change of the host loads game.html anew. */
import {createGame, SAYINGS} from './host-lab.game.js';
import {hostOf, HOSTS, install} from './host-lab.hosts.js';
import {log} from './host-lab.log.js';
import {createWire, LOSSES} from './host-lab.wire.js';

const form = document.querySelector('#lab');
const {elements} = form;
const device = document.querySelector('.device');

/** Spoil messages from then on; all else is about how the page begins. */
const ON_THE_WAY = ['delay', 'loss', 'unescape', 'message'];

let frame;
/** The host's own way to the page, where it has one. */
let channel;
let isHeard = false;

const carry = createWire({
  log,
  faults: () => ({
    delay: Number(elements.delay.value),
    loss: elements.loss.value,
    unescape: elements.unescape.checked,
  }),
});

function say(message) {
  carry('page', JSON.stringify({jsonrpc: '2.0', ...message}), text => {
    // Whichever page is there by now, as with every webview.
    if (channel) channel(text);
    else frame.contentWindow.eval(`LiveOpsHost.receive(${JSON.stringify(text)})`);
  });
}

const hear = createGame({say, settings: () => ({view: elements.view.value})});

function take(text) {
  isHeard = true;
  carry('game', text, heard => void hear(heard).catch(error => log.fact(error.message, 'bad')));
}

/** What the second host hears: nobody plays there. */
const noGame = title => () => log.fact(`${title} heard something too`, 'bad');

function arrive(page) {
  const host = hostOf(elements.host.value);
  const second = hostOf(elements.second.value);
  log.fact(`The bridge is there: ${host.title}${second ? ` and ${second.title}` : ''}`);
  log.reach('bridge');
  channel = install(host, page, take, {lowerCase: elements.lowerCase.checked});
  if (second) install(second, page, noGame(second.title), {lowerCase: true});
}

/** Called by the page's first script, in which a webview would put its objects into the window. */
function enter(page) {
  const {value} = elements.arrival;
  if (value === '0') arrive(page);
  else if (value !== 'never') setTimeout(() => page === frame.contentWindow && arrive(page), Number(value));
  page.document.addEventListener('liveops-error', ({error}) =>
    log.fact(`The page says ${error.code}: ${error.message}`, 'bad'),
  );
}

/** A page without a host is blank and silent; asked for something, it says why. */
function askWhy({LiveOpsHost}) {
  const isExpected = elements.second.value || elements.arrival.value === 'never';
  if (!isExpected || isHeard) return;
  LiveOpsHost.request('ping').catch(({code, message}) => log.fact(`The page says ${code}: ${message}`, 'bad'));
}

const source = fetch('dist/game.html').then(answer => answer.text());

async function load() {
  const host = hostOf(elements.host.value);
  const name = elements.choice.value === 'chosen' || !host.isFound ? host.name : '';
  const html = (await source)
    .replace('<head>', '<head><script>parent.hostLab.enter(window)</script>')
    .replace('data-host=""', `data-host="${name}"`)
    .replace('data-host-name="LiveOpsGame"', `data-host-name="${host.hostName ?? 'LiveOpsGame'}"`);
  channel = undefined;
  isHeard = false;
  elements.lowerCase.disabled = host.name !== 'unreal';
  log.clear();
  log.fact(name ? `game.html, data-host="${name}"` : 'game.html, looking for its host');
  frame = Object.assign(document.createElement('iframe'), {title: 'game.html', srcdoc: html});
  frame.addEventListener('load', () => askWhy(frame.contentWindow));
  device.replaceChildren(frame);
}

window.hostLab = {enter};

const actions = {
  say: () => say(SAYINGS[elements.message.value]),
  reload: () => void load(),
};

function fill(name, texts) {
  elements[name].append(...texts.map(text => new Option(text, text)));
}

fill('host', [...HOSTS.map(({title}) => title)]);
fill('second', [...HOSTS.map(({title}) => title)]);
fill('loss', Object.keys(LOSSES));
fill('message', Object.keys(SAYINGS));

const wanted = new URLSearchParams(location.search).get('host');
elements.host.value = HOSTS.find(({name}) => name === wanted)?.title ?? HOSTS[0].title;

form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('click', ({target}) => actions[target.dataset.do]?.());
form.addEventListener('change', ({target}) => {
  if (!ON_THE_WAY.includes(target.name)) void load();
});
void load();
