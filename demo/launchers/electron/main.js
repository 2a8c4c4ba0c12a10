/*
 * The launcher's main process. Only it knows who is playing and requests tokens: a real launcher from its own back end,
 * this one from the sandbox. Run `npm start` in the package, then `npx electron demo/launchers/electron`.
 */
const path = require('node:path');
const {app, BrowserWindow, ipcMain, shell} = require('electron');

const SANDBOX = process.env.SANDBOX ?? 'http://127.0.0.1:8788';

const SETTINGS = {
  projectId: 44056,
  apiBase: `${SANDBOX}/api`,
  clan: 'wolves',
  playerName: 'Rocket',
};

/** The page's requests, and their answers. */
const ANSWERS = {
  ready: () => ({version: 1, methods: ['auth.getToken']}),
  'auth.getToken': getToken,
};

async function getToken() {
  const answer = await fetch(`${SANDBOX}/sandbox/users/Rocket/token`, {method: 'POST', body: '{}'});
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

async function receive(text, send) {
  const {id, method, params} = JSON.parse(text);
  if (method === 'openExternal' && params.url.startsWith('https://')) void shell.openExternal(params.url);
  if (id === undefined || !method) return;
  send({id, ...(await answerTo(method))});
  if (method === 'ready') send({method: 'configure', params: SETTINGS});
}

function open() {
  const window = new BrowserWindow({
    width: 480,
    height: 720,
    webPreferences: {preload: path.join(__dirname, 'preload.js')},
  });
  // The page must not navigate away or open windows.
  window.webContents.on('will-navigate', event => event.preventDefault());
  window.webContents.setWindowOpenHandler(() => ({action: 'deny'}));
  ipcMain.on('liveops', (event, text) => {
    if (event.senderFrame !== window.webContents.mainFrame) return;
    const send = message => window.webContents.send('liveops', JSON.stringify({jsonrpc: '2.0', ...message}));
    receive(text, send).catch(() => undefined);
  });
  void window.loadFile(path.join(__dirname, 'index.html'));
}

void app.whenReady().then(open);
