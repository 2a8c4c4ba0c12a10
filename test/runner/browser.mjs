import {accessSync, constants, statSync} from 'node:fs';
import {posix, win32} from 'node:path';

import {aptInstall} from './apt.mjs';

/** Debian's packages of Chromium: the first has no window and is a third faster; older releases lack it. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/** The binary itself: `chromium-headless-shell` on the path is a script, and killing it would not end the browser. */
const HEADLESS_SHELL = '/usr/lib/chromium/chromium-headless-shell';

const LINUX_NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PATHS = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
const WINDOWS_EDGE = 'Microsoft/Edge/Application/msedge.exe';

/** For tests as root, in parallel with other tests, without the browser's own traffic. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const NO_BROWSER = 'No browser found: install Chrome, Chromium or Edge, or set CHROME_PATH to its program.';

/**
 * The browser for tests: the one that the environment names, else the first installed one; `undefined` if there is
 * none.
 */
export function findBrowser({platform = process.platform, env = process.env, isProgram = isExecutable} = {}) {
  const named = env.CHROME_PATH || env.CHROMIUM;
  if (!named) return candidates(platform, env).find(isProgram);
  if (isProgram(named)) return named;
  throw new Error(`CHROME_PATH or CHROMIUM names ${named}, which is not a program.`);
}

/** As `findBrowser`, but installs Debian's Chromium if there is none and this user may. */
export function ensureBrowser({find = findBrowser, install = aptInstall} = {}) {
  const found = find();
  if (found) return found;
  const installed = PACKAGES.some(name => install([name])) ? find() : undefined;
  if (!installed) throw new Error(NO_BROWSER);
  return installed;
}

/** As `ensureBrowser`, but a full browser, as players have: the headless Chromium has no back/forward cache. */
export function ensureWholeBrowser() {
  const isProgram = path => path !== HEADLESS_SHELL && isExecutable(path);
  // The environment may name the headless one.
  const find = () => findBrowser({env: {...process.env, CHROME_PATH: '', CHROMIUM: ''}, isProgram});
  return ensureBrowser({find, install: () => aptInstall(['chromium'])});
}

function candidates(platform, env) {
  if (platform === 'darwin') return macCandidates(env);
  return platform === 'win32' ? windowsCandidates(env) : linuxCandidates(env);
}

function linuxCandidates(env) {
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), ...LINUX_FOLDERS];
  const paths = LINUX_NAMES.flatMap(name => folders.map(folder => posix.join(folder, name)));
  return [HEADLESS_SHELL, ...paths, '/opt/google/chrome/chrome', '/usr/lib/chromium/chromium'];
}

function macCandidates(env) {
  const folders = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
  return MAC_APPS.flatMap(app => folders.map(folder => `${folder}/${app}.app/Contents/MacOS/${app}`));
}

function windowsCandidates(env) {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
  return [...WINDOWS_PATHS, WINDOWS_EDGE].flatMap(path => folders.map(folder => win32.join(folder, path)));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
