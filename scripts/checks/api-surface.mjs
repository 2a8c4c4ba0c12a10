import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {pathToFileURL} from 'node:url';
import {elementSurfaces} from './surface/elements.mjs';
import {exportedDeclarations} from './surface/exports.mjs';

const FILE = 'docs/api-surface.txt';
const ACCEPT = 'node scripts/checks/api-surface.mjs --accept';

const currentSurface = () =>
  [
    '# liveops-elements',
    ...exportedDeclarations('dist/types/src/index.d.ts'),
    '# liveops-elements/admin',
    ...exportedDeclarations('dist/types/src/admin/index.d.ts'),
    '# liveops-elements/order-socket',
    ...exportedDeclarations('dist/types/src/orders/order-socket.d.ts'),
    '# Elements',
    ...elementSurfaces(),
  ].join('\n\n') + '\n';

/** Lines that only one side has. The order within a declaration is stable, so this is precise enough. */
function difference(accepted, current) {
  const [before, now] = [accepted.split('\n'), current.split('\n')];
  const gone = before.filter(line => !now.includes(line)).map(line => `- ${line}`);
  const added = now.filter(line => !before.includes(line)).map(line => `+ ${line}`);
  return gone.length + added.length ? [...gone, ...added] : ['the same lines stand in another order'];
}

/** Whether the public surface of the built package matches the recorded one. */
export function checkSurface() {
  const accepted = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const current = currentSurface();
  const summary = `${current.split('\n').filter(Boolean).length} lines`;
  if (accepted === current) return {faults: [], summary};
  return {faults: [...difference(accepted, current), `If that is meant: ${ACCEPT}`], summary};
}

function accept() {
  mkdirSync(dirname(FILE), {recursive: true});
  writeFileSync(FILE, currentSurface());
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--accept')) accept();
  const {faults, summary} = checkSurface();
  console.log([...faults, summary].join('\n'));
  process.exitCode = faults.length ? 1 : 0;
}
