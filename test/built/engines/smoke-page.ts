import {pathToFileURL} from 'node:url';

import {useFeatures} from '../bundle/features.js';
import type {SandboxControl} from '../../support/sandbox-control.js';

export type SmokeReport = {
  rows: {rank: string; name: string; amount: string; own: boolean}[];
  userAgent: string;
  changedBuiltIns: string[];
  /** What `useFeatures` found. */
  features: unknown;
};

/** A page as a studio would paste it together: classic script, elements, token by script. It offers `report()`. */
export async function smokePage(sandbox: SandboxControl, script = 'dist/liveops-elements.iife.js'): Promise<string> {
  const token = JSON.stringify(await sandbox.token('Rocket'));
  return `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <title>Smoke</title>
        <script>${BUILT_INS}; const before = builtIns();</script>
        <script src="${pathToFileURL(script)}"></script>
        <script>const after = builtIns();</script>
      </head>
      <body>
        <liveops-session project-id="44056" api-base="${sandbox.apiBase}" player-name="Rocket">
          <liveops-clan-contributors reward-chain-id="101"></liveops-clan-contributors>
        </liveops-session>
        <script>${REPORT}</script>
        <script>let features; (${useFeatures.toString()})().then(found => (features = found));</script>
        <script>document.querySelector('liveops-session').getToken = () => Promise.resolve(${token});</script>
      </body>
    </html>`;
}

// Other scripts of the page look for features of the browser and must find those it really has.
const BUILT_INS = `
  function builtIns() {
    const owners = {Object, Array, String, Promise, AbortSignal, AbortController, Element};
    const found = {};
    for (const name in owners) {
      found[name] = window[name];
      for (const [part, owner] of [['', owners[name]], ['.prototype', owners[name].prototype]])
        for (const key of Reflect.ownKeys(owner))
          found[name + part + '.' + String(key)] = Object.getOwnPropertyDescriptor(owner, key);
    }
    return found;
  }
  function same(a, b) {
    return a === b || (a && b && a.value === b.value && a.get === b.get && a.set === b.set);
  }
`;

const REPORT = `
  addEventListener('liveops-error', ({error}) => console.error(error.code + ': ' + error.message));
  function report() {
    const board = document.querySelector('liveops-clan-contributors').shadowRoot;
    const rows = board ? [...board.querySelectorAll('[part~=row]')].map(rowOf) : [];
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const changedBuiltIns = names.filter(name => !same(before[name], after[name]));
    return rows.length && features ? {rows, userAgent: navigator.userAgent, changedBuiltIns, features} : null;
  }
  function rowOf(row) {
    const text = part => row.querySelector('[part~=' + part + ']').textContent.trim();
    return {rank: text('rank'), name: text('name'), amount: text('amount'), own: row.matches('[part~=own-row]')};
  }
`;
