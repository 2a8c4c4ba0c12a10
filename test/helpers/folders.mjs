import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, relative} from 'node:path';

/** What a file of tests may take at most, milliseconds. */
const LONGEST_MS = 300_000;

/**
 * Writes to `place` one file for each folder of these test files, which runs them in one process: to start one and to
 * load what every test needs costs more than most of them. Each is a suite of its own, so that its hooks are for its own
 * tests, and one of them that hangs is ended. A file that cannot share a process has a folder to itself.
 */
export function inFolders(files, place, longestMs = LONGEST_MS) {
  rmSync(place, {recursive: true, force: true});
  mkdirSync(place, {recursive: true});
  const folders = [...new Set(files.map(dirname))];
  return folders.map(folder => writeFolder({files: files.filter(file => dirname(file) === folder), place, longestMs}));
}

function writeFolder({files, place, longestMs}) {
  const written = `${place}/${dirname(files[0]).replaceAll('/', '--')}.mjs`;
  const suites = files.map(file => {
    const path = relative(place, file).replaceAll('\\', '/');
    return `describe('${file}', {timeout: ${longestMs}}, async () => void (await import('${path}')));`;
  });
  writeFileSync(written, ["import {describe} from 'node:test';", ...suites, ''].join('\n'));
  return written;
}
