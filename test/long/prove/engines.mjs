/*
 * The element suite in engines that are not Chromium: `node test/long/prove/engines.mjs [firefox] [webkit]`, both without a
 * word. Exits with 77 where one of them is neither here nor may be installed.
 */
import {spawn} from 'node:child_process';
import {areThere, ENGINES, firefoxPath, MISSING, miniBrowserPath, packagesOf, startDriver} from './other-engines.mjs';

const words = process.argv.slice(2);
const wanted = ENGINES.filter(name => !words.length || words.includes(name));

if (!wanted.length) throw new TypeError('engines: firefox or webkit');
if (!areThere(wanted)) {
  console.log(`It needs Debian's ${packagesOf(wanted).join(', ')}.`);
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

function ended(child) {
  return new Promise(resolve => child.on('exit', code => resolve(code ?? 1)));
}
