import {build, type BuildOptions} from 'esbuild';
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

/** The script of a page and the styles that it imports. */
export async function bundleWithStyles(entry: string): Promise<{script: string; styles: string}> {
  const {outputFiles} = await build({
    ...COMMON,
    entryPoints: [entry],
    outdir: 'out',
    platform: 'browser',
    write: false,
  });
  const textOf = (ending: string): string => outputFiles!.find(({path}) => path.endsWith(ending))?.text ?? '';
  return {script: textOf('.js'), styles: textOf('.css')};
}

/** A module for Node, where everything installed stays an import; resolves to its file. */
export async function bundleForServer(entry: string): Promise<string> {
  const outfile = entry.replace(/\.\w+$/, '.out.js');
  const plugins = [vueFiles({server: true}), svelteFiles({server: true})];
  await build({...COMMON, entryPoints: [entry], platform: 'node', packages: 'external', plugins, outfile});
  return outfile;
}
