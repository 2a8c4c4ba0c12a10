import {execFile, spawnSync} from 'node:child_process';
import {promisify} from 'node:util';

import {aptInstall} from '../helpers/apt.mjs';

const PACKAGES = ['python3-pyqt5.qtwebengine', 'python3-pyqt5.qtwebchannel', 'xvfb', 'xauth'];
export const PYTHON = '/usr/bin/python3';
export const ENGINE_ENV = {
  QTWEBENGINE_DISABLE_SANDBOX: '1',
  QT_QUICK_BACKEND: 'software',
  QTWEBENGINE_CHROMIUM_FLAGS: '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update',
};

/** Why Debian's QtWebEngine 5 cannot run here, or undefined when it can; on CI it is installed where that is allowed. */
export function missingQt5(): string | undefined {
  if (isInstalled() || (process.env.CI && aptInstall(PACKAGES) && isInstalled())) return undefined;
  return `not run: QtWebEngine 5 needs Debian's ${PACKAGES.join(', ')}`;
}

/** Shows the page and resolves to what it reported and what it wrote to the console as errors. */
export async function showInQt5<T>(url: string): Promise<{report: T; errors: string[]}> {
  const picture = process.env.QT5_PNG ? [process.env.QT5_PNG] : [];
  const args = ['-a', PYTHON, 'test/engines/qt5_host.py', url, ...picture];
  const {stdout} = await promisify(execFile)('xvfb-run', args, {env: {...process.env, ...ENGINE_ENV}, timeout: 60_000});
  const {report, errors} = JSON.parse(stdout) as {report: T | null; errors: string[]};
  if (report === null) throw new Error(`The page never reported. Its console errors: ${errors.join('; ') || 'none'}`);
  return {report, errors};
}

function isInstalled(): boolean {
  const engine = spawnSync(PYTHON, ['-c', 'import PyQt5.QtWebEngineWidgets, PyQt5.QtWebChannel']);
  const display = spawnSync('xvfb-run', ['--help']);
  return engine.status === 0 && display.status === 0;
}
