/*
 * The element suite in engines that are not Chromium: `node test/long/prove/engines.mjs [firefox] [webkit]`, both without a
 * word. Exits with 77 where one of them is neither here nor may be installed.
 */
import {spawn, spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {createServer} from 'node:net';
import {aptInstall} from '../../runner/apt.mjs';

const MISSING = 77;
const LIBRARY = 'libwebkit2gtk-4.1-0';
const PACKAGES = {firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', LIBRARY, 'xvfb', 'xauth']};

const words = process.argv.slice(2);
const wanted = Object.keys(PACKAGES).filter(name => !words.length || words.includes(name));
const paths = {firefox: firefoxPath, webkit: miniBrowserPath};
const isThere = () => wanted.every(name => paths[name]());

if (!wanted.length) throw new TypeError('engines: firefox or webkit');
if (!isThere() && !(aptInstall(wanted.flatMap(name => PACKAGES[name])) && isThere())) {
  console.log(`It needs Debian's ${wanted.flatMap(name => PACKAGES[name]).join(', ')}.`);
  process.exitCode = MISSING;
} else process.exitCode = await run();

async function run() {
  const driver = wanted.includes('webkit') ? await startDriver() : undefined;
  const env = {
    ...process.env,
    FIREFOX_PATH: wanted.includes('firefox') ? firefoxPath() : '',
    MINIBROWSER_PATH: driver ? miniBrowserPath() : '',
    WEBDRIVER_PORT: driver?.port ?? '',
  };
  const runner = ['--import', './test/runner/typescript.mjs', 'node_modules/@web/test-runner/dist/bin.js'];
  const args = [...runner, '--config', 'test/long/prove/engines.wtr.config.mjs', '--static-logging'];
  try {
    return await ended(spawn(process.execPath, args, {env, stdio: 'inherit'}));
  } finally {
    driver?.stop();
  }
}

/** WebKit's driver, on a display of its own. */
async function startDriver() {
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

function firefoxPath() {
  return ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
}

/** The small browser that Debian has beside the library, which its driver drives. */
function miniBrowserPath() {
  if (!existsSync('/usr/bin/WebKitWebDriver')) return undefined;
  const {stdout} = spawnSync('dpkg', ['-L', LIBRARY], {encoding: 'utf8'});
  return stdout.split('\n').find(path => path.endsWith('/MiniBrowser'));
}

function ended(child) {
  return new Promise(resolve => child.on('exit', code => resolve(code ?? 1)));
}
