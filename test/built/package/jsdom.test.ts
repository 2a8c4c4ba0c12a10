import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {JSDOM, VirtualConsole} from 'jsdom';

const ROWS = [
  {name: 'winner', contributed_amount: 555},
  {name: 'Rocket', contributed_amount: 398},
];

/** What test runners hand on to a page in jsdom, which has none of it. */
const FROM_NODE = {TextEncoder, TextDecoder, Request, Response, Headers, AbortController, AbortSignal, crypto};

/** A studio's own component test: its page in jsdom, which has neither layout nor `matchMedia`, `animate` or observers. */
describe('The built file in jsdom', () => {
  it('shows the board, notifies the page of new rows, and throws nothing into it', async t => {
    const trouble: unknown[] = [];
    const virtualConsole = new VirtualConsole();
    virtualConsole.on('jsdomError', error => trouble.push(error));
    virtualConsole.on('error', (...words) => trouble.push(words));
    const reject = (reason: unknown): void => void trouble.push(reason);
    process.on('unhandledRejection', reject);
    t.after(() => process.off('unhandledRejection', reject));
    const {window} = new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
      url: 'https://shop.example.com/',
      runScripts: 'outside-only',
      pretendToBeVisual: true,
      virtualConsole,
    });
    t.after(async () => {
      window.document.body.replaceChildren();
      // What the elements have queued for the end of this task must not run in a window that is closed.
      await setImmediate();
      window.close();
    });
    Object.assign(window, FROM_NODE);
    window.eval(readFileSync('dist/liveops-elements.iife.js', 'utf8'));
    const {document} = window;
    let points = 0;
    const session = Object.assign(document.createElement('liveops-session'), {
      projectId: 1,
      pollSeconds: 0,
      playerName: 'Rocket',
      getToken: () => 'token',
      fetch: () =>
        Promise.resolve(
          Response.json(
            ROWS.map(({name, contributed_amount: amount}) => ({name, contributed_amount: amount + points})),
          ),
        ),
    });
    const board = Object.assign(document.createElement('liveops-clan-contributors'), {rewardChainId: 1});
    const changes: unknown[] = [];
    const shown = new Promise<void>(resolve =>
      session.addEventListener('liveops-contributors-changed', event => {
        changes.push(event);
        if (changes.length === 2) resolve();
        else {
          points = 1;
          session.session!.refresh();
        }
      }),
    );
    session.append(board);
    document.body.append(session);

    await shown;
    await board.updateComplete;

    const texts = [...board.shadowRoot!.querySelectorAll('[part~=amount]')].map(part => part.textContent?.trim());
    assert.deepEqual(texts, ['556', '399']);
    assert.deepEqual(trouble, []);
  });
});
