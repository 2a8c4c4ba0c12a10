/*
 * Don't copy this. The panel simulates the studio's game server: it uses only the sandbox and the session's documented
 * `clan` attribute. The widgets react on their own.
 */
import config from '../config.js';
import {el} from '../el.js';
import {SandboxClient} from '../sandbox-client.js';

const sandbox = new SandboxClient(config.sandbox);
const PLAYER = 'Rocket';
const CHAIN = 101;
const READS = {method: 'GET', path: '/api/v2/project/44056/user'};
const REFUSED = {statusCode: 401, errorCode: 1501, errorMessage: '[0401-1501]: Authorization failed'};

const FAULTS = new Map([
  ['none', []],
  ['server error (500)', [{...READS, fault: 'status', status: 500}]],
  ['too many requests (429)', [{...READS, fault: 'status', status: 429}]],
  ['token refused (401)', [{...READS, fault: 'status', status: 401, body: REFUSED}]],
  ['slow (3 s)', [{...READS, fault: 'delay', ms: 3_000}]],
  ['no answer', [{...READS, fault: 'drop-answer'}]],
  ['captive portal', [{...READS, fault: 'body', contentType: 'text/html', body: '<h1>Sign in to Wi-Fi</h1>'}]],
]);

const session = document.querySelector('liveops-session');
const form = document.querySelector('#panel');
const {elements} = form;

elements.player.append(...['Rocket', 'winner', 'MrJoe', 'beginner', 'corvid', 'strix'].map(toOption));
elements.fault.append(...[...FAULTS.keys()].map(toOption));

function toOption(text) {
  return el('option', {textContent: text});
}

/** The studio's back end is the demo's server, which reads the life of the next tokens from its own cookie. */
function setTokenLife() {
  document.cookie = `token_life=${elements.life.value}; path=/; samesite=strict`;
}

/** The reason of the page's last token request. */
function showTokenRequests(list) {
  for (const {name, responseStatus} of list.getEntries()) {
    const {pathname, searchParams} = new URL(name);
    if (pathname !== '/session-token' || responseStatus >= 400) continue;
    elements.tokens.value = `${searchParams.get('reason')}: token for ${elements.life.value} s`;
  }
}

elements.life.addEventListener('change', setTokenLife);
setTokenLife();
new PerformanceObserver(showTokenRequests).observe({type: 'resource', buffered: true});

/** The vendor moves the player only when the player's client requests it, which the clan switch element does. */
async function changeClan(clan) {
  await sandbox.setAttributes(PLAYER, {clan: clan || null});
  session.setAttribute('clan', clan);
}

/** The server refuses the page's token once, as it does when the token has expired. */
function expireToken() {
  return sandbox.setFaults([{...READS, times: 1, fault: 'status', status: 401, body: REFUSED}]);
}

/** Attributes are personalised by at the next request, so the page asks again. */
async function changeStatus(vip) {
  await sandbox.setAttributes(PLAYER, {vip: vip || null});
  session.session?.refresh();
}

const actions = {
  give: () => sandbox.contribute(elements.player.value, CHAIN, Number(elements.amount.value)),
  clan: button => changeClan(button.dataset.clan),
  vip: button => changeStatus(button.dataset.vip),
  expire: expireToken,
  async nextDay() {
    await sandbox.passTime(24 * 3_600);
    session.session?.refresh();
  },
  async reset() {
    await sandbox.reset();
    session.setAttribute('clan', 'wolves');
  },
};

form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('click', event => {
  const button = event.target.closest('[data-do]');
  if (button) void run(() => actions[button.dataset.do](button));
});
elements.fault.addEventListener('change', () => void run(() => sandbox.setFaults(FAULTS.get(elements.fault.value))));

let running = 0;

async function run(action) {
  running++;
  try {
    await action();
  } catch (error) {
    elements.tokens.value = `The sandbox refused: ${error.message}`;
  }
  running--;
  await showSandbox();
}

/** The sandbox's current faults, from this page or another: faults outlive the page that set them. */
async function showSandbox() {
  await Promise.all([showFault(), showLog()]);
}

/** Blank for rules that the panel has no name for, such as the single refusal of a token. */
async function showFault() {
  const rules = await sandbox.readFaults();
  // An answer from before a pending choice would undo that choice on the screen.
  if (!running) elements.fault.value = [...FAULTS.keys()].find(name => isSame(FAULTS.get(name), rules)) ?? '';
}

/** Whether two values are equal as JSON, whatever the order of their fields. */
function isSame(one, other) {
  const sorted = value => JSON.stringify(value.map(rule => Object.entries(rule).sort()));
  return sorted(one) === sorted(other);
}

async function showLog() {
  const rows = (await sandbox.readLog()).slice(-8).reverse();
  const toText = ({method, path, status, applied}) =>
    `${status ?? 'no answer'} ${method} ${path.replace('/api/v2/project/44056', '…')}${applied ? '' : ' (not applied)'}`;
  document.querySelector('#log').replaceChildren(...rows.map(row => el('li', {textContent: toText(row)})));
}

const refresh = () => document.hidden || showSandbox().catch(() => undefined);
refresh();
setInterval(refresh, 2_000);
