/*
 * `npm run pictures`: draws the pictures of the README and of the reference into `docs/pictures`, from the demo pages.
 * `npm run pictures -- shop`, `-- switch`, `-- states` or `-- loop` draws only those.
 */
import {mkdirSync} from 'node:fs';
import {serve} from '@hono/node-server';
import {startSandbox} from '../demo/sandbox/server.ts';
import {createDemo} from '../demo/start.ts';
import {launchChrome} from '../test/support/chrome.ts';
import {drawLoop} from './pictures/loop.mjs';
import {drawShop} from './pictures/shop.mjs';
import {drawStates} from './pictures/states.mjs';
import {drawSwitch} from './pictures/switch.mjs';

const FOLDER = 'docs/pictures';

const DRAWERS = {shop: drawShop, switch: drawSwitch, states: drawStates, loop: drawLoop};

const wanted = process.argv.slice(2);

function assertKnown() {
  const unknown = wanted.filter(name => !(name in DRAWERS));
  if (unknown.length) throw new Error(`No picture "${unknown[0]}": ${Object.keys(DRAWERS).join(', ')}`);
}

/** The demo and its sandbox on free ports. */
async function startDemo() {
  const sandbox = await startSandbox({port: 0});
  const options = {fetch: createDemo(sandbox).fetch, hostname: '127.0.0.1', port: 0};
  const {server, port} = await new Promise(resolve => {
    const server = serve(options, address => resolve({server, port: address.port}));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    restart: () => fetch(`${new URL(sandbox.url).origin}/sandbox/reset`, {method: 'POST'}),
    close: () => Promise.all([sandbox.close(), new Promise(resolve => server.close(resolve))]),
  };
}

assertKnown();
mkdirSync(FOLDER, {recursive: true});
const demo = await startDemo();
const browser = await launchChrome();
try {
  for (const [name, draw] of Object.entries(DRAWERS)) {
    if (wanted.length && !wanted.includes(name)) continue;
    await draw({browser, ...demo, folder: FOLDER});
  }
} finally {
  await browser.close();
  await demo.close();
}
