import {spawnSync} from 'node:child_process';

const LOCK_TIMEOUT = 'DPkg::Lock::Timeout=120';

/**
 * Installs Debian packages without a question, where this machine and this user may: a Linux with apt-get, as root or
 * with a password-less sudo. Answers whether they are installed now.
 */
export function aptInstall(packages, {run = runQuietly, platform = process.platform, uid = process.getuid?.()} = {}) {
  if (platform !== 'linux' || !run(['apt-get', '--version'])) return false;
  const asRoot = uid === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length && !run([...asRoot, 'true'])) return false;
  console.error(`Installing Debian's ${packages.join(', ')} …`);
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y', '-o', LOCK_TIMEOUT];
  // An update that reached only some of the mirrors can still be enough, so the install alone decides.
  run([...apt, 'update']);
  const install = () => run([...apt, 'install', '--no-install-recommends', ...packages]);
  return install() || (finishInterrupted(apt, asRoot, run) && install());
}

/** apt-get refuses everything while an earlier install is half done, as after a machine that was switched off. */
function finishInterrupted(apt, asRoot, run) {
  const configured = run([...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'dpkg', '--configure', '-a']);
  return run([...apt, '--fix-broken', 'install']) || configured;
}

function runQuietly([command, ...args]) {
  const {status, stderr} = spawnSync(command, args, {stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8'});
  if (status !== 0 && stderr) console.error(stderr.trim());
  return status === 0;
}
