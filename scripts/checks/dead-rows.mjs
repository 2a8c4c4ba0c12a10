/*
 * Without this, rows of manual lists stay after their files are deleted: an unused permission, a glob that matches
 * nothing. The checks of words, layers and sizes report the dead rows of their own tables.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import eslint from '../../eslint.config.mjs';
import {UNCOUNTED as NOT_COVERED} from '../../test/runner/coverage.mjs';
import {FOLDERS_WITH_SUITES} from '../../test/runner/suites.mjs';
import stryker from '../../test/long/prove/stryker.config.mjs';
import {CHUNKS} from '../build/elements.config.mjs';
import {INPUTS} from '../build/freshness.mjs';
import manifest from '../build/manifest.config.mjs';
import {COMMON, LAYERS, SOLE_IMPORTERS} from './layer-table.mjs';

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));
const linesOf = file => readFileSync(file, 'utf8').split('\n').filter(Boolean);
const plain = row => row.replace(/^!?(?:\.\/)?/, '').replace(/\/$/, '');

/** The strings in an object, at any depth. */
const leavesOf = value => (typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [value]);

/** A glob as a pattern of paths. It may match a folder. */
function patternOf(glob) {
  const parts = plain(glob).split(/(\*\*\/|\*\*|\*|\{[^}]*\})/);
  const sources = parts.map(part => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part.startsWith('{')) return `(?:${part.slice(1, -1).replaceAll('.', '\\.').replaceAll(',', '|')})`;
    return part.replace(/[.+^$()[\]\\|]/g, '\\$&');
  });
  return new RegExp(`^${sources.join('')}(?:/|$)`);
}

/** Whether a row, a glob or a pattern, matches a file or folder. */
const matches = (row, files) => {
  const pattern = row instanceof RegExp ? row : patternOf(row);
  return files.some(file => pattern.test(file));
};

/** Names in the layer table: an installed package, a folder, or a file without its extension. */
function isLayerName(row, files, {dependencies, devDependencies}) {
  if (row.startsWith('npm:')) return row.slice(4) in {...dependencies, ...devDependencies};
  return matches(row, files) || files.includes(`${row}.ts`);
}

/** Files and folders in the commands of `package.json`. */
const pathsIn = scripts =>
  Object.values(scripts).flatMap(command => command.match(/(?<![\w/])(?:src|demo|test|scripts)\/[\w./-]+/g) ?? []);

/**
 * The manual tables, each with its rows. Files that git ignores are generated and may be missing.
 *
 * @returns `{table, rows, isAlive?}`; by default a row is alive if it matches a file
 */
export function tablesOf({packageJson, tsconfigs, gitIgnored, prettierIgnored}) {
  const {exports, files, sideEffects, scripts, bin, types, customElements, jsdelivr, unpkg} = packageJson;
  const isMade = row => gitIgnored.map(plain).includes(plain(row));
  const orMade = (row, all) => isMade(row) || matches(row, all);
  const eslintRows = name => eslint.flatMap(entry => entry[name] ?? []).flat();
  const layerNames = Object.entries(LAYERS).flatMap(([name, {values = [], types = []}]) => [name, ...values, ...types]);
  return [
    {table: 'package.json exports', rows: leavesOf(exports)},
    {table: 'package.json files', rows: files},
    {table: 'package.json sideEffects', rows: sideEffects},
    {
      table: 'package.json entries',
      rows: [...leavesOf(bin), types, customElements, packageJson['web-types'], jsdelivr, unpkg],
    },
    {table: 'package.json scripts', rows: pathsIn(scripts).filter(path => !path.includes('node_modules'))},
    {
      table: 'package.json peerDependenciesMeta',
      rows: Object.keys(packageJson.peerDependenciesMeta),
      isAlive: row => row in packageJson.peerDependencies,
    },
    ...Object.entries(tsconfigs).map(([file, rows]) => ({table: file, rows})),
    {table: '.prettierignore', rows: prettierIgnored, isAlive: orMade},
    {table: 'eslint.config.mjs files', rows: [...new Set(eslintRows('files'))]},
    {table: 'eslint.config.mjs ignores', rows: eslintRows('ignores'), isAlive: orMade},
    {
      table: 'layer-table.mjs',
      rows: [...new Set([...COMMON, ...layerNames, ...Object.values(SOLE_IMPORTERS).flat()])],
      isAlive: (row, all) => isLayerName(row, all, packageJson),
    },
    {table: 'elements.config.mjs CHUNKS', rows: CHUNKS.map(([, pattern]) => pattern)},
    {table: 'freshness.mjs INPUTS', rows: INPUTS},
    {table: 'manifest.config.mjs globs', rows: manifest.globs},
    {table: 'coverage.mjs UNCOUNTED', rows: NOT_COVERED},
    {table: 'suites.mjs', rows: FOLDERS_WITH_SUITES},
    {table: 'stryker.config.mjs mutate', rows: stryker.mutate},
    {table: 'stryker.config.mjs ignorePatterns', rows: stryker.ignorePatterns, isAlive: orMade},
  ];
}

/** The rows that match nothing, as faults. */
export function deadRows(tables, files) {
  return tables.flatMap(({table, rows, isAlive = matches}) =>
    rows.filter(row => !isAlive(row, files)).map(row => `${table}: ${String(row)} matches nothing, so delete the row`),
  );
}

/** Folders that are not part of the project, or a copy of it. */
const SKIPPED = /^(?:node_modules|coverage|sheets|\.(?!ci\b).*)$/;

/** The files of the tree, including built ones. */
export function filesBelow(folder = '') {
  return readdirSync(folder || '.', {withFileTypes: true}).flatMap(entry => {
    if (entry.isDirectory() && SKIPPED.test(entry.name)) return [];
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** The current settings that contain the tables. */
export function readSettings() {
  const {include, exclude} = readJson('test/tsconfig.json');
  return {
    packageJson: readJson('package.json'),
    tsconfigs: {
      'tsconfig.json': readJson('tsconfig.json').include,
      'test/tsconfig.json': [...include, ...exclude].map(row => new URL(row, 'file:///test/').pathname.slice(1)),
    },
    gitIgnored: linesOf('.gitignore'),
    prettierIgnored: linesOf('.prettierignore'),
  };
}

export function checkDeadRows() {
  const tables = tablesOf(readSettings());
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  return {faults: deadRows(tables, filesBelow()), summary: `${rows} rows of ${tables.length} tables`};
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {faults, summary} = checkDeadRows();
  console.log([summary, ...faults].join('\n'));
  process.exitCode = faults.length ? 1 : 0;
}
