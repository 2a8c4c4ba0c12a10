import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {type Served} from '../pages/browser-page.js';
import {serveGamePage} from '../pages/game-page.js';
import {missing, QT5, QT6, runPython, WEBKIT} from './engine.js';

type Screen = {rows: string[]; receipts: string[]; origin: string; userAgent: string; traces: string};

type Played = {
  screens: {painted?: Screen; received?: Screen; acknowledged?: Screen};
  texts: string[];
  kept: string[];
  errors: string[];
};

const PLACES: Readonly<Record<string, {place(served: Served): string; origin: RegExp}>> = {
  'file://': {place: () => pathToFileURL('dist/game.html').href, origin: /^(file:\/\/|null)$/},
  'a text': {place: () => 'html:dist/game.html', origin: /^null$/},
  'http://': {place: ({url}) => `${url}game.html`, origin: /^http:/},
};

for (const engine of [QT5, QT6, WEBKIT]) {
  const lack = missing(engine);

  describe(`dist/game.html in ${engine.title}`, {skip: process.env.CI ? false : (lack ?? false)}, () => {
    let sandbox: SandboxControl;
    let served: Served;
    let token: string;

    before(async () => {
      assert.equal(lack, undefined);
      [sandbox, served] = await Promise.all([startSandbox(), serveGamePage()]);
      token = await sandbox.token();
    });

    after(() => Promise.all([sandbox?.close(), served?.close()]));

    async function play(place: string): Promise<Played> {
      await sandbox.reset();
      const configure = {
        projectId: 44056,
        apiBase: sandbox.apiBase,
        clan: 'wolves',
        playerName: 'Rocket',
        chainId: 101,
        view: ['contributors', 'switch'],
      };
      const move = {url: `${sandbox.url}/sandbox/users/Rocket/attributes`, body: {clan: 'ravens'}};
      return runPython<Played>([...engine.program, place, JSON.stringify({token, configure, move})]);
    }

    for (const [title, {place, origin}] of Object.entries(PLACES))
      it(`plays the whole game from ${title}`, async () => {
        const {screens, texts, kept, errors} = await play(place(served));

        assert.deepEqual(errors, []);
        const {painted, received, acknowledged} = screens;
        assert.match(painted?.userAgent ?? '', engine.userAgent);
        assert.match(painted?.origin ?? '', origin);
        assert.deepEqual(painted?.rows, ['winner', 'Rocket', 'MrJoe', 'beginner']);
        assert.deepEqual([...received!.receipts].sort(), ['Mega potion', 'Super box']);
        assert.deepEqual(acknowledged?.receipts, []);
        assert.equal(JSON.parse(texts[0]!).method, 'ready');
        // Neither a message, nor a receipt, nor the page has the token.
        assert.ok(!`${texts.join()}${kept.join()}${received!.traces}`.includes(token));
      });
  });
}
