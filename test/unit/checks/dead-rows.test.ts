import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {deadRows, filesBelow, readSettings, tablesOf} from '../../../scripts/checks/dead-rows.mjs';
import {unusedPermissions} from '../../../scripts/checks/layers.mjs';
import {habitsLeft} from '../../../scripts/checks/words.mjs';

const settings = readSettings();
/** Without a build, what `package.json` names in `dist` is not there. */
const files = filesBelow();
const withoutBuilt = (faults: readonly string[]): string[] => faults.filter(fault => !/ (?:\.\/)?dist\b/.test(fault));

const names = tablesOf(settings).map(({table}) => table);

describe('A table that is kept by hand', () => {
  it('has no dead row now', () => assert.deepEqual(withoutBuilt(deadRows(tablesOf(settings), files)), []));

  for (const name of names)
    it(`fails the check with a dead row: ${name}`, () => {
      const planted = tablesOf(settings).map(({rows, ...rest}) =>
        rest.table === name ? {...rest, rows: [...rows, 'src/nowhere/*.ts']} : {...rest, rows},
      );

      assert.deepEqual(withoutBuilt(deadRows(planted, files)), [
        `${name}: src/nowhere/*.ts matches nothing, so delete the row`,
      ]);
    });

  it('is read whole: rows planted in package.json are found', () => {
    const {packageJson} = settings;
    const planted = tablesOf({
      ...settings,
      packageJson: {
        ...packageJson,
        exports: {...(packageJson['exports'] as object), './old': {types: './old/types.d.ts', default: './old/x.js'}},
        files: ['src', 'old/files'],
        sideEffects: ['./old/**/*.js'],
        scripts: {old: 'node --import tsx scripts/old.mjs'},
        peerDependenciesMeta: {old: {optional: true}},
      },
    });

    const rows = withoutBuilt(deadRows(planted, files)).map(fault => fault.match(/: (\S+) matches/)![1]);
    assert.deepEqual(rows, ['./old/types.d.ts', './old/x.js', 'old/files', './old/**/*.js', 'scripts/old.mjs', 'old']);
  });
});

describe('A glob', () => {
  const tree = ['src/a.ts', 'src/deep/down/b.js', 'LICENSE'];
  const isAlive = (row: string): boolean => deadRows([{table: 't', rows: [row]}], tree).length === 0;

  for (const row of [
    'src',
    './src',
    'src/',
    'src/*.ts',
    'src/**/*.ts',
    'src/**',
    '**/*.{js,mjs}',
    '!src/a.ts',
    'LICENSE',
  ])
    it(`matches: ${row}`, () => assert.ok(isAlive(row)));

  for (const row of ['sr', 'src/b.js', 'src/*.js', 'src/*/b.js', 'src/a_ts', '**/*.{css,mjs}', 'deep'])
    it(`does not match: ${row}`, () => assert.ok(!isAlive(row)));
});

describe('The layer table', () => {
  const modules = [
    {source: 'src/a/one.ts', dependencies: [{resolved: 'src/b/two.ts'}, {resolved: 'node_modules/lit/index.js'}]},
  ];

  it('may keep permissions that a file uses', () => {
    assert.deepEqual(
      unusedPermissions(modules, {'src/a': {values: ['npm:lit'], types: ['src/b/two']}}, {lit: ['src/a']}),
      [],
    );
  });

  it('fails the check with a permission that no file uses', () => {
    const layers = {'src/a': {values: ['src/b', 'src/c']}, 'src/b': {types: ['src/a']}};

    assert.deepEqual(unusedPermissions(modules, layers, {ky: ['src/a']}), [
      'layer-table.mjs lets src/a import src/c, which it does not: delete it',
      'layer-table.mjs lets src/b import src/a, which it does not: delete it',
      'layer-table.mjs lets src/a import npm:ky, which it does not: delete it',
    ]);
  });
});

describe('The words that are allowed', () => {
  it('fail the check with a row for a word that is not there', () => {
    const rows = [
      {where: 'src/a', word: 'anew'},
      {where: 'src/b', word: '*'},
    ];

    assert.deepEqual(habitsLeft([{file: 'src/a/one.ts', word: 'anew'}], rows), {left: [], dead: [rows[1]]});
  });
});
