import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, gzipSync} from 'node:zlib';

/** What a page can load by a tag, an import or a style sheet; the command is for Node. */
const LOADABLE = /\.(?:js|css|html)$/;
const FOR_NODE = ['command.js'];

/** Paths below `dist`, with forward slashes, of every file that a page can load. */
export function loadableFiles(folder = 'dist') {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => LOADABLE.test(path) && !FOR_NODE.includes(path))
    .sort();
}

/** The value of an `integrity` attribute for these bytes. */
export function integrityOf(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

function describe(bytes) {
  const [gzip, brotli] = [gzipSync(bytes, {level: 9}).length, brotliCompressSync(bytes).length];
  return {integrity: integrityOf(bytes), bytes: bytes.length, gzip, brotli};
}

/** Writes `dist/sri.json`: integrity and sizes of every file that a page can load, by its path below `dist`. */
export function writeIntegrity() {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
  const files = Object.fromEntries(loadableFiles().map(path => [path, describe(readFileSync(join('dist', path)))]));
  writeFileSync('dist/sri.json', JSON.stringify({version, files}, null, 2) + '\n');
}
