import {spawnSync} from 'node:child_process';

const LOCK_TIMEOUT = 'DPkg::Lock::Timeout=120';

/**
 * Installs Debian packages without prompting, if this machine and user allow it: a Linux with apt-get, as root or with
 * password-less sudo. Returns whether they are installed now.
 */
export function aptInstall(packages, {run = runQuietly, platform = process.platform, uid = process.getuid?.()} = {}) {
  if (platform !== 'linux' || !run(['apt-get', '--version'])) return false;
  const asRoot = uid === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length && !run([...asRoot, 'true'])) return false;
  console.error(`Installing Debian's ${packages.join(', ')} …`);
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y', '-o', LOCK_TIMEOUT];
  // An update that reached only some mirrors may be enough, so only the install decides.
  run([...apt, 'update']);
  const install = () => run([...apt, 'install', '--no-install-recommends', ...packages]);
  return install() || (finishInterrupted(apt, asRoot, run) && install());
}

/** apt-get refuses everything after an interrupted install, for example after the machine was switched off. */
function finishInterrupted(apt, asRoot, run) {
  const configured = run([...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'dpkg', '--configure', '-a']);
  return run([...apt, '--fix-broken', 'install']) || configured;
}

function runQuietly([command, ...args]) {
  const {status, stderr} = spawnSync(command, args, {stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8'});
  if (status !== 0 && stderr) console.error(stderr.trim());
  return status === 0;
}
