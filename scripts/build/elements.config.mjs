/*
 * Without this, a page that shows one element would load all of them. Builds `dist/elements`: an entry for each element,
 * with the session element, from chunks that all entries share; and the loader `auto.js`.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {BANNER} from './bundle/licenses.mjs';
import {loweredSyntax, TARGET} from './bundle/target.mjs';
import {minifiedTemplates} from './bundle/templates.mjs';

/** Names of the elements, which are their folder names: `clan-switch` is `<liveops-clan-switch>`. */
export const ELEMENTS = readdirSync('components').filter(name => existsSync(`components/${name}/define.ts`));

/**
 * The chunk of a module, by the first pattern that matches its path; other modules go into the file of their element.
 * Every element loads `shared`; only elements that store something for the next visit load `journal`. We measured more
 * and smaller chunks: each costs every element 0.4 to 0.8 kB, since gzip restarts in each file.
 */
export const CHUNKS = [
  // A session throws it, and a board keeps a rank, so these must not need the journal.
  ['shared', /^src\/storage\/(?:not-there-yet|checksum|local-storage|lock|text-store)\b/],
  ['journal', /^src\/(?:storage|claims\/(?:journal|notebook|record|answer-timeout))\b/],
  ['chains', /^src\/(?:boards|reward-chains)\//],
  ['shared', /(?:^|\/)node_modules\/|^src\/(?:auth|claims|host|http|session|stores|text|ui)\/|^src\/[^/]+$/],
  ['shared', /^components\/(?:session|shared)\//],
];

const here = `${resolve('.').replaceAll('\\', '/')}/`;

function chunkOf(id) {
  const path = id.replaceAll('\\', '/').replace(here, '');
  const [chunk] = CHUNKS.find(([, pattern]) => pattern.test(path)) ?? [];
  return chunk;
}

/** An entry for each element: its `define` and the session's, without which it would show nothing. */
const elementEntries = {
  name: 'element-entries',
  resolveId: id => (id.startsWith('element:') ? id : null),
  load(id) {
    if (!id.startsWith('element:')) return null;
    const names = [...new Set(['session', id.slice('element:'.length)])];
    return names.map(name => `import ${JSON.stringify(resolve(`components/${name}/define.ts`))};`).join('\n');
  },
};

/** The space that each element reserves until it is defined. */
const reserveCss = () =>
  ['shared', ...ELEMENTS]
    .map(name => join('components', name, 'reserve.css'))
    .filter(file => existsSync(file))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');

/** The same without comments and spaces. */
const shortCss = css =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:,]) ?/g, '$1')
    .trim();

const reserveFile = {
  name: 'reserve-file',
  generateBundle() {
    this.emitFile({type: 'asset', fileName: 'reserve.css', source: reserveCss()});
  },
};

const compiled = (define = {}) => [
  nodeResolve({browser: true, exportConditions: ['production']}),
  esbuild({tsconfig: 'tsconfig.json', target: TARGET, define}),
  minifiedTemplates(),
];

const minified = () => [
  loweredSyntax({minifyIdentifiers: true}),
  terser({
    module: true,
    compress: {passes: 2, global_defs: {'process.env.NODE_ENV': 'production'}},
    format: {comments: false, preamble: BANNER, ascii_only: true},
  }),
];

const output = {dir: 'dist/elements', format: 'es', sourcemap: true, hashCharacters: 'hex'};

export const elements = {
  input: Object.fromEntries(ELEMENTS.map(name => [name, `element:${name}`])),
  output: {
    ...output,
    chunkFileNames: 'chunks/[name].[hash].js',
    manualChunks: chunkOf,
    // An entry lists all of its files at once, so that a browser doesn't discover them one after the other.
    hoistTransitiveImports: true,
    onlyExplicitManualChunks: true,
    plugins: minified(),
  },
  plugins: [elementEntries, ...compiled()],
};

export const loader = {
  input: {auto: 'src/loader/auto.ts'},
  output: {...output, plugins: minified()},
  plugins: [
    ...compiled({ELEMENT_NAMES: JSON.stringify(ELEMENTS), RESERVE_CSS: JSON.stringify(shortCss(reserveCss()))}),
    reserveFile,
  ],
};
