/* The page around the frame, on the launcher's own origin. Only it knows who is playing and requests tokens. */
import {connect, WindowMessenger} from './penpal.js';
import config from '../../config.js';

const frame = document.querySelector('iframe');

/** In this demo, the same server under another host name, which is another origin. Yours is a constant. */
const WIDGETS = `http://localhost:${location.port}`;

const SETTINGS = {
  projectId: 44056,
  apiBase: config.apiBase,
  clan: 'wolves',
  playerName: 'Rocket',
};

/** The page's requests, and their answers. */
const ANSWERS = {
  ready: () => ({version: 1, methods: ['auth.getToken']}),
  'auth.getToken': getToken,
};

async function getToken() {
  const answer = await fetch('/session-token');
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const {token, expires_in} = await answer.json();
  return {token, expiresInSec: expires_in};
}

async function answerTo(method) {
  if (!Object.hasOwn(ANSWERS, method)) return {error: {code: -32601, message: ''}};
  try {
    return {result: await ANSWERS[method]()};
  } catch {
    // The page will try again later.
    return {error: {code: -32000, message: ''}};
  }
}

async function receive(text) {
  const {id, method} = JSON.parse(text);
  if (id === undefined || !method) return;
  await send({id, ...(await answerTo(method))});
  if (method === 'ready') await send({method: 'configure', params: SETTINGS});
}

/** Penpal accepts messages only from this window and this origin. A reloaded page connects again. */
const connection = connect({
  messenger: new WindowMessenger({remoteWindow: frame.contentWindow, allowedOrigins: [WIDGETS]}),
  // Not awaited: the page's message has arrived, even if the answer fails.
  methods: {receive: text => void receive(text)},
});

async function send(message) {
  const widgets = await connection.promise;
  await widgets.receive(JSON.stringify({jsonrpc: '2.0', ...message}));
}

frame.src = `${WIDGETS}/launchers/iframe/widgets.html`;
