/* The page: its form picks the host and the faults; every change of the host reloads game.html. */
import {createGame, GAME_MESSAGES} from './game.js';
import {hostOf, HOSTS, install} from './hosts.js';
import {log} from './log.js';
import {createWire, LOSSES} from './wire.js';

const form = document.querySelector('#lab');
const {elements} = form;
const device = document.querySelector('.device');

/** These apply to messages from then on; any other field reloads the page. */
const WIRE_FIELDS = ['delay', 'loss', 'unescape', 'message'];

let frame;
/** The host's own way to reach the page, if it has one. */
let channel;
let hasReceived = false;

const transmit = createWire({
  log,
  faults: () => ({
    delay: Number(elements.delay.value),
    loss: elements.loss.value,
    unescape: elements.unescape.checked,
  }),
});

function send(message) {
  transmit('page', JSON.stringify({jsonrpc: '2.0', ...message}), text => {
    // Goes to the current page, as in every webview.
    if (channel) channel(text);
    else frame.contentWindow.eval(`LiveOpsHost.receive(${JSON.stringify(text)})`);
  });
}

const receive = createGame({send, settings: () => ({view: elements.view.value})});

function take(text) {
  hasReceived = true;
  transmit('game', text, arrived => void receive(arrived).catch(error => log.fact(error.message, 'bad')));
}

/** Messages to the second host, which has no game. */
const noGame = title => () => log.fact(`${title} received something too`, 'bad');

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
    log.fact(`The page reports ${error.code}: ${error.message}`, 'bad'),
  );
}

/** A page without a host is blank and silent; a request makes it report the reason. */
function askWhy({LiveOpsHost}) {
  const isExpected = elements.second.value || elements.arrival.value === 'never';
  if (!isExpected || hasReceived) return;
  LiveOpsHost.request('ping').catch(({code, message}) => log.fact(`The page reports ${code}: ${message}`, 'bad'));
}

const source = fetch('/dist/game.html').then(answer => answer.text());

async function load() {
  const host = hostOf(elements.host.value);
  const name = elements.choice.value === 'chosen' || !host.isFound ? host.name : '';
  const html = (await source)
    .replace('<head>', '<head><script>parent.hostLab.enter(window)</script>')
    .replace('data-host=""', `data-host="${name}"`)
    .replace('data-host-name="LiveOpsGame"', `data-host-name="${host.hostName ?? 'LiveOpsGame'}"`);
  channel = undefined;
  hasReceived = false;
  elements.lowerCase.disabled = host.name !== 'unreal';
  log.clear();
  log.fact(name ? `game.html, data-host="${name}"` : 'game.html, looking for its host');
  frame = Object.assign(document.createElement('iframe'), {title: 'game.html', srcdoc: html});
  frame.addEventListener('load', () => askWhy(frame.contentWindow));
  device.replaceChildren(frame);
}

window.hostLab = {enter};

const actions = {
  send: () => send(GAME_MESSAGES[elements.message.value]),
  reload: () => void load(),
};

function fill(name, texts) {
  elements[name].append(...texts.map(text => new Option(text, text)));
}

fill('host', [...HOSTS.map(({title}) => title)]);
fill('second', [...HOSTS.map(({title}) => title)]);
fill('loss', Object.keys(LOSSES));
fill('message', Object.keys(GAME_MESSAGES));

const wanted = new URLSearchParams(location.search).get('host');
elements.host.value = HOSTS.find(({name}) => name === wanted)?.title ?? HOSTS[0].title;

form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('click', ({target}) => actions[target.dataset.do]?.());
form.addEventListener('change', ({target}) => {
  if (!WIRE_FIELDS.includes(target.name)) void load();
});
void load();
