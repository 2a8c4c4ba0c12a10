/*
 * The game around the page, as docs/guide/game.md describes it: answers the page's requests, and sends the messages
 * that you pick.
 */
import config from '../config.js';
import {SandboxClient} from '../sandbox-client.js';

const PLAYER = 'Rocket';
const sandbox = new SandboxClient(config.sandbox);

/** The messages that the game can send, apart from answers. */
export const GAME_MESSAGES = {
  ping: {id: 'ping', method: 'ping'},
  'ask for the state': {id: 'state', method: 'state', params: {chainId: 101}},
  pause: {method: 'app.pause'},
  resume: {method: 'app.resume'},
  'dark theme': {method: 'ui.setTheme', params: {theme: 'dark'}},
  'light theme': {method: 'ui.setTheme', params: {theme: 'light'}},
  'fantasy look': {method: 'ui.setAppearance', params: {preset: 'fantasy', radius: 4, fontScale: 1.1}},
  'own look again': {method: 'ui.setAppearance', params: {}},
  'German numbers': {method: 'ui.setLocale', params: {locale: 'de'}},
  'less motion': {method: 'ui.setMotion', params: {reduced: true}},
  'safe areas': {method: 'ui.setInsets', params: {top: 32, right: 16, bottom: 24, left: 16}},
  'controller: up': {method: 'input.nav', params: {dir: 'up'}},
  'controller: down': {method: 'input.nav', params: {dir: 'down'}},
  'controller: next': {method: 'input.nav', params: {action: 'tabNext'}},
  'controller: accept': {method: 'input.nav', params: {action: 'accept'}},
  'controller: cancel': {method: 'input.nav', params: {action: 'cancel'}},
  'another clan': {method: 'clan.changed', params: {clan: 'ravens'}},
  'sign out': {method: 'auth.clear'},
  'a method that there is not': {id: 'odd', method: 'nothing.at.all'},
};

/** `send` sends a message to the page; `settings` are those of `configure`. */
export function createGame({send, settings}) {
  // Outlives the page, like a game's own storage.
  const kept = new Map();

  const answers = {
    ready: () => ({version: 1, methods: ['auth.getToken', 'storage.get', 'storage.set', 'storage.remove']}),
    async 'auth.getToken'() {
      const {token, expires_in} = await sandbox.issueToken(PLAYER, 600);
      return {token, expiresInSec: expires_in};
    },
    'storage.get': ({key}) => ({value: kept.get(key) ?? null}),
    'storage.set': ({key, value}) => void kept.set(key, value),
    'storage.remove': ({key}) => void kept.delete(key),
  };

  async function answer({id, method, params}) {
    if (!Object.hasOwn(answers, method)) return send({id, error: {code: -32601, message: ''}});
    send({id, result: (await answers[method](params)) ?? null});
  }

  return async function receive(text) {
    const message = JSON.parse(text);
    if (message.method && message.id !== undefined) await answer(message);
    if (message.method !== 'ready') return;
    const facts = {projectId: 44056, apiBase: config.apiBase, clan: 'wolves', playerName: PLAYER, chainId: 101};
    send({method: 'configure', params: {...facts, ...settings()}});
  };
}
