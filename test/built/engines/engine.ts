import {execFile, spawnSync} from 'node:child_process';
import {promisify} from 'node:util';
import {aptInstall} from '../../runner/apt.mjs';

/** A browser engine as Debian packages it, with a small program around it that plays the game. */
export type Engine = {
  title: string;
  packages: readonly string[];
  /** Python that runs where the packages are there. */
  probe: string;
  /** The program and what comes before the place. */
  program: readonly string[];
  /** What the page says of the browser. */
  userAgent: RegExp;
};

const PYTHON = '/usr/bin/python3';
const DISPLAY = ['xvfb', 'xauth'];

const ENVIRONMENT = {
  QTWEBENGINE_DISABLE_SANDBOX: '1',
  QT_QUICK_BACKEND: 'software',
  QTWEBENGINE_CHROMIUM_FLAGS: '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  NO_AT_BRIDGE: '1',
};

export const QT5: Engine = {
  title: 'Chromium 87 (QtWebEngine 5.15)',
  packages: ['python3-pyqt5.qtwebengine', 'python3-pyqt5.qtwebchannel'],
  probe: 'import PyQt5.QtWebEngineWidgets, PyQt5.QtWebChannel',
  program: ['test/built/engines/qt_game.py', '5'],
  userAgent: /Chrome\/87\./,
};

export const QT6: Engine = {
  title: 'Chromium 102 (QtWebEngine 6.4)',
  packages: ['python3-pyqt6.qtwebengine', 'python3-pyqt6.qtwebchannel'],
  probe: 'import PyQt6.QtWebEngineWidgets, PyQt6.QtWebChannel',
  program: ['test/built/engines/qt_game.py', '6'],
  userAgent: /Chrome\/102\./,
};

export const WEBKIT: Engine = {
  title: 'WebKitGTK',
  packages: ['gir1.2-webkit2-4.1', 'python3-gi'],
  probe: 'import gi; gi.require_version("WebKit2", "4.1"); from gi.repository import WebKit2',
  program: ['test/built/engines/webkit_game.py'],
  userAgent: /Version\/[\d.]+ Safari/,
};

/** Why the engine cannot run here, or undefined when it can. */
export function missing(engine: Engine): string | undefined {
  return isThere(engine) ? undefined : `not run: it needs Debian's ${[...engine.packages, ...DISPLAY].join(', ')}`;
}

/** Installs all engines at once, where that is allowed. */
export function installOnCi(): void {
  const lacking = [QT5, QT6, WEBKIT].filter(engine => !isThere(engine));
  if (process.env.CI && lacking.length) aptInstall([...lacking.flatMap(({packages}) => packages), ...DISPLAY]);
}

function isThere({probe}: Engine): boolean {
  return spawnSync(PYTHON, ['-c', probe]).status === 0 && spawnSync('xvfb-run', ['--help']).status === 0;
}

/** Runs a program under a display of its own and resolves to the JSON that it prints. */
export async function runPython<T>(args: readonly string[]): Promise<T> {
  const env = {...process.env, ...ENVIRONMENT};
  const {stdout} = await promisify(execFile)('xvfb-run', ['-a', PYTHON, ...args], {
    env,
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as T;
}
