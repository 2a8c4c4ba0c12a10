/*
 * Without this, a page could not pin the files that it loads. Writes `dist/sri.json` with the integrity and size of
 * every file, and the `<head>` tags for each element of `dist/elements`.
 */
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, posix} from 'node:path';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {parse} from 'acorn';

/** Files that a page can load by a tag, an import or a style sheet; the command is for Node. */
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

/** The files that a module imports, by their paths below `dist`. */
function importsOf(path) {
  const {body} = parse(readFileSync(join('dist', path), 'utf8'), {ecmaVersion: 'latest', sourceType: 'module'});
  const sources = body.filter(({source}) => source).map(({source}) => source.value);
  return sources.map(source => posix.join(posix.dirname(path), source));
}

/** A module and all modules that it loads; the module itself first. */
export function filesOf(path, found = []) {
  if (found.includes(path)) return found;
  found.push(path);
  importsOf(path).forEach(imported => filesOf(imported, found));
  return found;
}

/** The data that a page needs to load one element with its integrity. URLs are relative to `dist`. */
function describeElement(path, files) {
  const loaded = filesOf(path);
  const integrity = Object.fromEntries(loaded.map(file => [`./${file}`, files[file].integrity]));
  const preload = file =>
    `<link rel="modulepreload" href="./${file}" integrity="${files[file].integrity}" crossorigin="anonymous">`;
  return {
    files: loaded,
    gzip: loaded.reduce((sum, file) => sum + files[file].gzip, 0),
    integrity,
    importmap: `<script type="importmap">${JSON.stringify({integrity})}</script>`,
    modulepreload: loaded.map(preload),
  };
}

/** Every loadable file, by its path below `dist`; and every element, by its name. */
export function writeIntegrity() {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
  const files = Object.fromEntries(loadableFiles().map(path => [path, describe(readFileSync(join('dist', path)))]));
  const names = existsSync('dist/elements') ? readdirSync('dist/elements').filter(name => name.endsWith('.js')) : [];
  const elements = Object.fromEntries(
    names.map(name => [name.replace('.js', ''), describeElement(`elements/${name}`, files)]),
  );
  // The loader may import any element, so its import map has every file.
  if (elements.auto) elements.auto = withAll(elements, files);
  writeFileSync('dist/sri.json', JSON.stringify({version, files, elements}, null, 2) + '\n');
}

function withAll(elements, files) {
  const all = [...new Set(Object.values(elements).flatMap(element => element.files))];
  const integrity = Object.fromEntries(all.map(file => [`./${file}`, files[file].integrity]));
  return {
    ...elements.auto,
    integrity,
    importmap: `<script type="importmap">${JSON.stringify({integrity})}</script>`,
  };
}
