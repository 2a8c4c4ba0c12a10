import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {assertBundle} from './scripts/build/bundle/assertions.mjs';
import {licenseFile, BANNER} from './scripts/build/bundle/licenses.mjs';
import {loweredSyntax, TARGET} from './scripts/build/bundle/target.mjs';
import {minifiedTemplates} from './scripts/build/bundle/templates.mjs';
import {elements as singleElements, loader} from './scripts/build/elements.config.mjs';

const {dependencies} = JSON.parse(readFileSync('package.json', 'utf8'));
const tsconfig = 'tsconfig.json';

const elements = readdirSync('components')
  .map(name => `components/${name}/define.ts`)
  .filter(file => existsSync(file));

const isDependency = id => Object.keys(dependencies).some(name => id === name || id.startsWith(`${name}/`));

/** What npm users import: one file per module, dependencies left to their own bundler. */
const modules = {
  input: ['src/index.ts', 'src/orders/order-socket.ts', ...elements],
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

// The same for all, since it collects what each of them holds.
const licenses = licenseFile();

/** Libraries as they were published, our own modules compiled, their templates without blanks and comments. */
const inlined = () => [
  // Without the explicit condition a NODE_ENV in the builder's shell would choose Lit's development build.
  nodeResolve({browser: true, exportConditions: ['production']}),
  esbuild({tsconfig, target: TARGET}),
  minifiedTemplates(),
  licenses,
];

const format = {comments: false, preamble: BANNER, ascii_only: true};
const production = {'process.env.NODE_ENV': 'production'};

const minified = {compress: {passes: 2, global_defs: production}, format};

/** For people to read: whole names, and lines. */
const readable = {
  compress: {defaults: false, conditionals: true, evaluate: true, dead_code: true, global_defs: production},
  mangle: false,
  format: {...format, beautify: true},
};

const fitForPlayers = style => [loweredSyntax({minifyIdentifiers: style === minified}), terser(style), assertBundle()];

const asModule = {format: 'es'};
const asClassicScript = {format: 'iife', name: 'LiveOps', esModule: false};

const selfContained = ({entry, file, shape, style = minified, plugins = []}) => ({
  input: entry,
  output: {file, ...shape, sourcemap: true, inlineDynamicImports: true, plugins: fitForPlayers(style)},
  plugins: [...plugins, ...inlined()],
});

/** A module that stands for these lines. */
const entryOf = lines => ({
  name: 'entry',
  resolveId: id => (id === 'entry' ? id : null),
  load: id => (id === 'entry' ? lines.join('\n') : null),
});

const pathOf = file => JSON.stringify(resolve(file));

/** A classic script runs where modules may not, so that it brings what old browsers lack. */
const classicScript = ({entry, ...rest}) =>
  selfContained({
    ...rest,
    entry: 'entry',
    shape: asClassicScript,
    plugins: [entryOf([`import ${pathOf('src/polyfills/polyfills.ts')};`, `export * from ${pathOf(entry)};`])],
  });

/** A classic script that stands beside the bundle, for a host or the page for games. It exports nothing to the page. */
const beside = (input, file) => ({
  input: 'entry',
  output: {file, format: 'iife', plugins: fitForPlayers(minified)},
  plugins: [entryOf([`import ${pathOf(input)};`]), ...inlined()],
});

const hosts = ['electron', 'iframe', 'qt', 'unity-webgl', 'uniwebview-url', 'unreal'].map(name =>
  beside(`src/host/${name}.ts`, `dist/hosts/${name}.js`),
);

/** Our texts in one language, for pages with any of the other files, in any order. */
const language = code => ({
  input: 'entry',
  output: {file: `dist/languages/${code}.js`, format: 'iife', plugins: fitForPlayers(minified)},
  plugins: [
    entryOf([
      `import texts from ${pathOf(`src/languages/${code}.ts`)};`,
      `(globalThis.LiveOpsMessages = globalThis.LiveOpsMessages || []).push([${JSON.stringify(code)}, texts]);`,
    ]),
    ...inlined(),
  ],
});

const languages = readdirSync('src/languages').map(file => language(file.replace('.ts', '')));

const bundle = 'src/bundle.ts';
/** The same code with scenarios and longer messages. Studios look at states inside their game, so it runs there, too. */
const development = 'src/development.ts';

export default [
  modules,
  server,
  selfContained({entry: bundle, file: 'dist/liveops-elements.js', shape: asModule}),
  classicScript({entry: bundle, file: 'dist/liveops-elements.iife.js'}),
  selfContained({entry: development, file: 'dist/liveops-elements.dev.js', shape: asModule, style: readable}),
  classicScript({entry: development, file: 'dist/liveops-elements.dev.iife.js', style: readable}),
  singleElements,
  loader,
  ...hosts,
  ...languages,
  beside('src/game/main.ts', 'dist/game.js'),
];
