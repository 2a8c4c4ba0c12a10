import {spawn, spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {createServer} from 'node:net';
import {aptInstall} from '../../runner/apt.mjs';

/** The exit code of a proof that cannot run here. */
export const MISSING = 77;

const LIBRARY = 'libwebkit2gtk-4.1-0';
const PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', LIBRARY, 'xvfb', 'xauth'],
};
const PATHS = {chromium: chromiumPath, firefox: firefoxPath, webkit: miniBrowserPath};

/** The engines that are not Chromium. */
export const ENGINES = ['firefox', 'webkit'];

/** Debian's packages for these engines. */
export function packagesOf(names) {
  return names.flatMap(name => PACKAGES[name]);
}

/** Whether these engines are here, after an installation where that is allowed. */
export function areThere(names) {
  const isComplete = () => names.every(name => PATHS[name]());
  return isComplete() || Boolean(aptInstall(packagesOf(names)) && isComplete());
}

/** WebKit's driver, on a display of its own. */
export async function startDriver() {
  const port = await freePort();
  const env = {...process.env, NO_AT_BRIDGE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'};
  const args = ['-a', 'WebKitWebDriver', `--port=${port}`];
  const driver = spawn('xvfb-run', args, {env, stdio: 'ignore', detached: true});
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/status`).then(
      ({ok}) => ok,
      () => false,
    );
  while (!(await isUp())) {
    if (driver.exitCode !== null) throw new Error('WebKitWebDriver did not start.');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return {port, stop: () => process.kill(-driver.pid)};
}

function freePort() {
  const server = createServer();
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The whole browser: what the other tests run has no blocker of pop-ups. */
export function chromiumPath() {
  return ['/usr/bin/chromium'].find(existsSync);
}

export function firefoxPath() {
  return ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
}

/** The small browser that Debian has beside the library, which its driver drives. */
export function miniBrowserPath() {
  if (!existsSync('/usr/bin/WebKitWebDriver')) return undefined;
  const {stdout} = spawnSync('dpkg', ['-L', LIBRARY], {encoding: 'utf8'});
  return stdout.split('\n').find(path => path.endsWith('/MiniBrowser'));
}
