import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, relative} from 'node:path';

/**
 * Writes to `place` one file for each folder of these test files, which runs them in one process: starting a process
 * and loading what every test needs costs more than most tests. Each file is a suite, so its hooks apply only to its
 * own tests. A file that cannot share a process has its own folder.
 */
export function inFolders(files, place) {
  rmSync(place, {recursive: true, force: true});
  mkdirSync(place, {recursive: true});
  const folders = [...new Set(files.map(dirname))];
  return folders.map(folder => writeFolder({files: files.filter(file => dirname(file) === folder), place}));
}

function writeFolder({files, place}) {
  const written = `${place}/${dirname(files[0]).replaceAll('/', '--')}.mjs`;
  const fromPlace = path => relative(place, path).replaceAll('\\', '/');
  const suites = files.map(
    file => `describe('${file}', () => loadLimited('${file}', () => import('${fromPlace(file)}')));`,
  );
  const start = `import {describe, loadLimited} from '${fromPlace('test/runner/limited-test.mjs')}';`;
  writeFileSync(written, [start, ...suites, ''].join('\n'));
  return written;
}
