import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import type {SandboxControl} from '../helpers/sandbox-control.js';
import {startSandbox} from '../helpers/sandbox-node.js';
import {type Served} from '../pages/browser-page.js';
import {serveGamePage} from '../pages/game-page.js';
import {ENGINE_ENV, missingQt5, PYTHON} from './qt5.js';

const missing = missingQt5();

type Shown = {
  report: {rows: string[]; origin: string; userAgent: string} | null;
  heard: {method: string}[];
  errors: string[];
};

describe(
  'dist/game.html in Chromium 87, with a web channel',
  {skip: process.env.CI ? false : (missing ?? false)},
  () => {
    let sandbox: SandboxControl;
    let served: Served;
    let token: string;

    before(async () => {
      assert.equal(missing, undefined);
      [sandbox, served] = await Promise.all([startSandbox(), serveGamePage()]);
      token = await sandbox.token();
    });

    after(() => Promise.all([sandbox?.close(), served?.close()]));

    async function show(url: string): Promise<Shown> {
      const configure = {
        projectId: 44056,
        apiBase: sandbox.apiBase,
        clan: 'wolves',
        playerName: 'Rocket',
        chainId: 101,
      };
      const args = ['-a', PYTHON, 'test/engines/qt5_game.py', url, JSON.stringify({token, configure})];
      const {stdout} = await promisify(execFile)('xvfb-run', args, {
        env: {...process.env, ...ENGINE_ENV},
        timeout: 60_000,
      });
      return JSON.parse(stdout) as Shown;
    }

    const places = {
      'file://': () => pathToFileURL('dist/game.html').href,
      'http://': () => `${served.url}game.html`,
    };

    for (const [place, url] of Object.entries(places))
      it(`asks the game for everything and shows the board, from ${place}`, async () => {
        const {report, heard, errors} = await show(url());

        assert.match(report?.userAgent ?? errors.join(), /Chrome\/87\./);
        assert.deepEqual(report?.rows, ['winner', 'Rocket', 'MrJoe', 'beginner']);
        assert.deepEqual(errors, []);
        assert.equal(heard[0]?.method, 'ready');
        assert.ok(!JSON.stringify(heard).includes(token));
      });
  },
);
