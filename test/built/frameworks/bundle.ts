import {nodeResolve} from '@rollup/plugin-node-resolve';
import {build, type BuildOptions} from 'esbuild';
import {type Plugin, rollup} from 'rollup';
import {svelteFiles, vueFiles} from './compilers.js';

const COMMON: BuildOptions = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  logLevel: 'error',
  // React and Vue tell what does not match on hydration only in development.
  define: {
    'process.env.NODE_ENV': '"development"',
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
};

/** The script of a page, as one text. */
export async function bundleForPage(entry: string): Promise<string> {
  const plugins = [vueFiles({server: false}), svelteFiles({server: false})];
  const {outputFiles} = await build({...COMMON, entryPoints: [entry], platform: 'browser', plugins, write: false});
  return outputFiles![0]!.text;
}

/** The script of a page, styles within, by a bundler that leaves out what a package says has no effect of its own. */
export async function shakenForPage(entry: string): Promise<string> {
  const styles: Plugin = {
    name: 'styles',
    transform: (code, id) =>
      id.endsWith('.css')
        ? `document.head.append(Object.assign(document.createElement('style'), {textContent: ${JSON.stringify(code)}}))`
        : null,
  };
  const bundle = await rollup({input: entry, plugins: [nodeResolve({browser: true}), styles]});
  const {output} = await bundle.generate({format: 'es'});
  return output[0].code;
}

/** A module for Node, where everything installed stays an import; resolves to its file. */
export async function bundleForServer(entry: string): Promise<string> {
  const outfile = entry.replace(/\.\w+$/, '.out.js');
  const plugins = [vueFiles({server: true}), svelteFiles({server: true})];
  await build({...COMMON, entryPoints: [entry], platform: 'node', packages: 'external', plugins, outfile});
  return outfile;
}
