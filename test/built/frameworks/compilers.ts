import {readFile} from 'node:fs/promises';
import type {Plugin} from 'esbuild';
import {compile} from 'svelte/compiler';
import {compileScript, parse} from 'vue/compiler-sfc';

/** What a framework's own bundler plugin does, as far as the consumers need it. */
type Target = {server: boolean};

export function vueFiles({server}: Target): Plugin {
  const compilerOptions = {isCustomElement: (tag: string) => tag.startsWith('liveops-')};
  return compiled('vue', /\.vue$/, (source, filename) => {
    const {descriptor} = parse(source, {filename, templateParseOptions: compilerOptions});
    const templateOptions = {ssr: server, ssrCssVars: [], compilerOptions};
    return compileScript(descriptor, {id: filename, inlineTemplate: true, templateOptions}).content;
  });
}

export function svelteFiles({server}: Target): Plugin {
  const generate = server ? 'server' : 'client';
  return compiled('svelte', /\.svelte$/, (source, filename) => compile(source, {filename, generate}).js.code);
}

function compiled(name: string, filter: RegExp, translate: (source: string, filename: string) => string): Plugin {
  return {
    name,
    setup: build =>
      build.onLoad({filter}, async ({path}) => ({
        contents: translate(await readFile(path, 'utf8'), path),
        loader: 'ts',
      })),
  };
}
