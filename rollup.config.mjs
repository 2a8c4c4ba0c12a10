import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {assertBundle, faultsIn} from './test/checks/bundle/assertions.mjs';
import {licenseFile, BANNER} from './test/checks/bundle/licenses.mjs';
import {loweredSyntax} from './test/checks/bundle/lowered-syntax.mjs';
import {minifiedLiterals} from './test/checks/bundle/minified-literals.mjs';
import {ordinaryPrivateNames} from './test/checks/bundle/private-names.mjs';
import {shortDeclarations} from './test/checks/bundle/short-declarations.mjs';
import {patchThirdParty} from './test/checks/bundle/third-party-patches.mjs';

const {dependencies} = JSON.parse(readFileSync('package.json', 'utf8'));
const tsconfig = 'tsconfig.json';

/** Dependencies of the server side alone. */
const SERVER_ONLY = ['valibot'];

const elements = readdirSync('components')
  .map(name => `components/${name}/define.ts`)
  .filter(file => existsSync(file));

const isDependency = id => Object.keys(dependencies).some(name => id === name || id.startsWith(`${name}/`));

/** What npm users import: one file per module, dependencies left to their own bundler. */
const modules = {
  input: ['src/index.ts', ...elements],
  external: isDependency,
  output: {dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true},
  plugins: [nodeResolve(), esbuild({tsconfig, target: 'es2021'})],
};

const errors = resolve('src/errors.ts');

/** The server side in one file, and what stands in its place in a browser. The error class is the one of the modules. */
const server = {
  input: {admin: 'src/admin/index.ts', 'admin.browser': 'src/admin/browser.ts'},
  external: id => isDependency(id) || id === errors,
  output: {dir: 'dist', format: 'es', paths: {[errors]: './errors.js'}, chunkFileNames: 'admin.[name].js'},
  plugins: [nodeResolve(), esbuild({tsconfig, target: 'es2022'})],
};

const preamble = {comments: false, preamble: BANNER, ascii_only: true};

/** A self-contained file. Syntax is lowered once, at the end: done per module, each would carry its own helpers. */
const bundle = ({file, ecma, globalName}) => ({
  file,
  format: 'es',
  sourcemap: true,
  inlineDynamicImports: true,
  plugins: [
    ordinaryPrivateNames(),
    shortDeclarations(),
    loweredSyntax({ecma, globalName}),
    terser({
      ecma,
      module: !globalName,
      toplevel: !globalName,
      compress: {
        passes: 5,
        inline: 1,
        unsafe_arrows: true,
        unsafe_comps: true,
        pure_getters: true,
        keep_fargs: false,
        lhs_constants: false,
      },
      format: preamble,
    }),
    assertBundle(),
  ],
});

const inlinedWithoutPatches = () => [
  // Without the explicit condition a NODE_ENV in the builder's shell would choose Lit's development build.
  nodeResolve({browser: true, exportConditions: ['production']}),
  esbuild({
    tsconfig,
    target: 'es2022',
    include: /\.[jt]s$/,
    exclude: [],
    define: {'process.env.NODE_ENV': '"production"'},
  }),
  minifiedLiterals(),
];

/** Makes one module of everything. Not shared between inputs, since a plugin may count what it has seen. */
const inlined = () => [patchThirdParty(), ...inlinedWithoutPatches()];

const bundles = {
  input: 'src/bundle.ts',
  output: [
    bundle({file: 'dist/liveops-elements.js', ecma: 2021}),
    bundle({file: 'dist/liveops-elements.iife.js', ecma: 2019, globalName: 'LiveOps'}),
  ],
  plugins: [
    ...inlined(),
    licenseFile(
      Object.keys(dependencies)
        .filter(name => !SERVER_ONLY.includes(name))
        .concat('penpal'),
    ),
  ],
};

/** Studios look at states inside their game, so that the development build runs wherever the widgets do. */
const assertFloor = ({ecma, globalName}) => ({
  name: 'assert-floor',
  renderChunk(code, {fileName}) {
    const faults = faultsIn(code, {file: fileName, ecma, module: !globalName});
    if (faults.length) this.error(faults.join('\n'));
  },
});

/** The same code with scenarios and longer messages, left readable. */
const readable = ({file, ecma, globalName}) => ({
  file,
  format: 'es',
  sourcemap: true,
  inlineDynamicImports: true,
  plugins: [
    ordinaryPrivateNames(),
    loweredSyntax({ecma, globalName}),
    terser({ecma, module: !globalName, compress: false, mangle: false, format: {...preamble, beautify: true}}),
    assertFloor({ecma, globalName}),
  ],
});

const development = {
  input: 'src/development.ts',
  output: [
    readable({file: 'dist/liveops-elements.dev.js', ecma: 2021}),
    readable({file: 'dist/liveops-elements.dev.iife.js', ecma: 2019, globalName: 'LiveOps'}),
  ],
  plugins: inlined(),
};

/** Nothing of a script that stands beside the bundle is for the page, so that it exports nothing. */
const withoutExports = file => ({
  name: 'without-exports',
  resolveId: id => (id === 'entry' ? id : null),
  load: id => (id === 'entry' ? `import ${JSON.stringify(resolve(file))};` : null),
});

/** A classic script that stands beside the bundle: a host that needs more than a text, or the page for games. */
const beside = (input, file) => ({
  input: 'entry',
  output: {
    file,
    format: 'es',
    plugins: [
      ordinaryPrivateNames(),
      loweredSyntax({ecma: 2019, globalName: '', internalNames: false}),
      terser({ecma: 2019, module: false, compress: {passes: 2}, format: preamble}),
      assertFloor({ecma: 2019, globalName: 'none'}),
    ],
  },
  plugins: [withoutExports(input), ...inlinedWithoutPatches()],
});

const hosts = ['electron', 'iframe', 'qt', 'unity-webgl', 'uniwebview-url', 'unreal'].map(name =>
  beside(`src/host/${name}.ts`, `dist/hosts/${name}.js`),
);

export default [modules, server, bundles, development, ...hosts, beside('src/game.ts', 'dist/game.js')];
