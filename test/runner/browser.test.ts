import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';

import {aptInstall} from './apt.mjs';
import {ensureBrowser, findBrowser, NO_BROWSER} from './browser.mjs';

const only =
  (...paths: string[]) =>
  (path: string): boolean =>
    paths.includes(path);

describe('findBrowser', () => {
  it('takes the program the environment names before any installed one', () => {
    const env = {CHROMIUM: '/my/chromium', PATH: '/usr/bin'};

    const found = findBrowser({platform: 'linux', env, isProgram: only('/my/chromium', '/usr/bin/chromium')});

    assert.equal(found, '/my/chromium');
  });

  it('says so when the environment names something that is no program', () => {
    assert.throws(() => findBrowser({platform: 'linux', env: {CHROME_PATH: '/gone'}, isProgram: only()}), /\/gone/);
  });

  it('finds a browser in its usual place without a PATH', () => {
    assert.equal(
      findBrowser({platform: 'linux', env: {}, isProgram: only('/snap/bin/chromium')}),
      '/snap/bin/chromium',
    );
  });

  it('prefers the smaller Chromium of Debian, as a program that can be ended', () => {
    const shell = '/usr/lib/chromium/chromium-headless-shell';
    const isProgram = only('/usr/bin/chromium', '/usr/bin/chromium-headless-shell', shell);

    assert.equal(findBrowser({platform: 'linux', env: {PATH: '/usr/bin'}, isProgram}), shell);
  });

  it('finds Edge where it is the only one', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = {PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)'};

    assert.equal(findBrowser({platform: 'win32', env, isProgram: only(edge)}), edge);
  });

  it('finds a browser in the folder of the user on macOS', () => {
    const chrome = '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

    assert.equal(findBrowser({platform: 'darwin', env: {HOME: '/Users/me'}, isProgram: only(chrome)}), chrome);
  });
});

describe('ensureBrowser', () => {
  for (const [what, offered] of [
    ['the smaller Chromium of Debian', ['chromium-headless-shell', 'chromium']],
    ['the whole one where an older Debian has no other', ['chromium']],
  ] as const)
    it(`installs ${what} where there is no browser`, () => {
      const installed: string[] = [];
      const install = ([name = '']: readonly string[]): boolean =>
        offered.some(one => one === name) && installed.push(name) > 0;

      const found = ensureBrowser({find: () => installed.map(name => `/usr/bin/${name}`)[0], install});

      assert.equal(found, `/usr/bin/${offered[0]}`);
      assert.deepEqual(installed, [offered[0]]);
    });

  it('asks for a browser in one line where it can install none', () => {
    assert.throws(() => ensureBrowser({find: () => undefined, install: () => false}), {message: NO_BROWSER});
    assert.equal(NO_BROWSER.split('\n').length, 1);
  });
});

describe('aptInstall', () => {
  it('runs nothing where there is no apt-get', () => {
    const commands: string[] = [];

    const done = aptInstall(['x'], {run: ([command]) => commands.push(command!) < 0, platform: 'linux', uid: 0});

    assert.equal(done, false);
    assert.deepEqual(commands, ['apt-get']);
  });

  it('does not ask for a password', () => {
    const commands: string[] = [];
    const run = (command: string[]): boolean => commands.push(command.join(' ')) > 0 && command[0] !== 'sudo';

    assert.equal(aptInstall(['x'], {run, platform: 'linux', uid: 1000}), false);
    assert.equal(commands.at(-1), 'sudo -n true');
  });

  it('finishes an install that was cut off, then installs', () => {
    let interrupted = true;
    const run = (command: string[]): boolean => {
      if (command.includes('dpkg')) interrupted = false;
      return !interrupted || !command.includes('install');
    };

    assert.equal(aptInstall(['x'], {run, platform: 'linux', uid: 0}), true);
  });

  it('says that a package is not there, however often it asks', () => {
    const run = (command: string[]): boolean => !command.includes('x');

    assert.equal(aptInstall(['x'], {run, platform: 'linux', uid: 0}), false);
  });
});

describe('npm test without a browser', () => {
  it('says in one line what to install, counts a failure and fails', () => {
    const env = {CHROME_PATH: '/nowhere/chrome', PATH: ''};

    const {status, stdout} = spawnSync(process.execPath, ['test/runner/run.mjs'], {env, encoding: 'utf8'});

    const [reason, count, ...rest] = stdout.trimEnd().split('\n');
    assert.match(reason!, /\/nowhere\/chrome/);
    assert.equal(count, '0 passed, 1 failed, 0 skipped');
    assert.deepEqual(rest, []);
    assert.equal(status, 1);
  });
});
