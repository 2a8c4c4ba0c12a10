import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/**
 * Writes to `place`, two folders below the package's root, one file for each folder of these test files, which runs them in one process: to start one and to load what
 * every test needs costs more than most of them. Each is a suite of its own, so that its hooks are for its own tests. A
 * file that cannot share a process has a folder to itself.
 */
export function inFolders(files, place) {
  rmSync(place, {recursive: true, force: true});
  mkdirSync(place, {recursive: true});
  return [...new Set(files.map(dirname))].map(folder =>
    writeFolder(
      `${place}/${folder.replaceAll('/', '-')}.mjs`,
      files.filter(file => dirname(file) === folder),
    ),
  );
}

function writeFolder(written, files) {
  const suites = files.map(file => `describe('${file}', async () => void (await import('../../${file}')));`);
  writeFileSync(written, ["import {describe} from 'node:test';", ...suites, ''].join('\n'));
  return written;
}
