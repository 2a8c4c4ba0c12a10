/*
 * The hosts to pick from: those of the tests, which post a text, and those that have a script of their own in game.html.
 * Each cites what it imitates.
 */
import {FAKE_HOSTS} from './fake-hosts.js';

/** `receive` hands a text to the page by the host's own channel, where it has one; else the game evaluates. */
const SCRIPTED = [
  {
    // https://dev.epicgames.com/documentation/en-us/unreal-engine/API/Runtime/WebBrowser: names in lower case by default
    ...{name: 'unreal', title: 'Unreal, BindUObject', isFound: true},
    install(page, take, {lowerCase}) {
      const [object, method] = lowerCase ? ['liveopsgame', 'send'] : ['LiveOpsGame', 'Send'];
      page.ue = {[object]: {[method]: async text => void take(text)}};
      page.document.dispatchEvent(new page.Event('ue:ready'));
    },
  },
  {
    // https://github.com/aSurgingRiver/WebView, Resources/jstoue.js
    ...{name: 'unreal', title: 'Unreal, plugin with ue.interface', isFound: true},
    install(page, take) {
      page.ue = {interface: {broadcast: (_name, text) => void take(text)}};
    },
  },
  {
    // https://www.electronjs.org/docs/latest/tutorial/context-isolation
    ...{name: 'electron', title: 'Electron', isFound: false},
    install(page, take) {
      let listener = () => undefined;
      page.LiveOpsGame = {send: text => void take(text), onMessage: heard => void (listener = heard)};
      return text => listener(text);
    },
  },
  {
    // https://doc.qt.io/qt-6/qtwebchannel-javascript.html
    ...{name: 'qt', title: 'Qt WebEngine', isFound: true},
    install(page, take) {
      const listeners = [];
      const game = {send: text => void take(text), message: {connect: listener => void listeners.push(listener)}};
      page.qt = {webChannelTransport: {}};
      page.QWebChannel = class {
        constructor(_transport, opened) {
          setTimeout(() => opened({objects: {LiveOpsGame: game}}));
        }
      };
      return text => listeners.forEach(listener => listener(text));
    },
  },
];

export const HOSTS = [...FAKE_HOSTS, ...SCRIPTED];

export const hostOf = title => HOSTS.find(host => host.title === title);
