import {transform} from 'esbuild';
import {INTERNAL_NAMES, refusePublicNames} from './internal-names.mjs';
import {MARKED} from './private-names.mjs';
import {treeOf} from './syntax-tree.mjs';

/**
 * Class fields become assignments, as TypeScript has compiled ours so far; defining them would take a helper and a call
 * for each. None of the classes has a setter that an assignment could meet by mistake.
 */
const ASSIGNED_FIELDS = {loader: 'ts', tsconfigRaw: {compilerOptions: {useDefineForClassFields: false}}};

/** To TypeScript, `a < b > (c)` is a call with a type argument, which it drops without a word. */
async function refuseAmbiguity(code) {
  const tsconfigRaw = {compilerOptions: {useDefineForClassFields: true, verbatimModuleSyntax: true}};
  const readings = ['js', 'ts'].map(loader => transform(code, {loader, tsconfigRaw, target: 'esnext'}));
  const [asScript, asTypeScript] = await Promise.all(readings);
  if (asScript.code !== asTypeScript.code) throw new Error('the bundle reads differently as TypeScript');
}

const EXPORT_LOOP = 'for (var name in all)';

/** esbuild lists the exports by `for … in`, which also meets what a page has put on `Object.prototype`, and throws. */
function ownExportsOnly(code) {
  const pieces = code.split(EXPORT_LOOP);
  if (pieces.length !== 2) throw new Error(`expected "${EXPORT_LOOP}" once, found it ${pieces.length - 1} times`);
  return pieces.join('for (var name of Object.keys(all))');
}

/**
 * Rewrites newer syntax for engines that know `ecma`, and shortens the names of private members, and with
 * `internalNames` of others that no other file knows. With a `globalName` the module becomes a classic script; an empty
 * one puts nothing on the page. esbuild wraps it, not rollup, so that esbuild's helpers stay inside and off the page.
 *
 * @returns {import('rollup').OutputPlugin}
 */
export function loweredSyntax({ecma, globalName, internalNames = true}) {
  const shape = globalName === undefined ? {format: 'esm'} : {format: 'iife', ...(globalName && {globalName})};
  const shortened = new RegExp(`^(?:${internalNames ? `${MARKED}|${INTERNAL_NAMES}` : MARKED})`);
  const names = {mangleProps: shortened, legalComments: 'none'};
  return {
    name: 'lowered-syntax',
    async renderChunk(code) {
      if (internalNames) refusePublicNames(treeOf(code, {ecma: 'latest', module: true}));
      await refuseAmbiguity(code);
      const options = {...shape, ...names, ...ASSIGNED_FIELDS, target: `es${ecma}`, sourcemap: true};
      const {code: lowered, map} = await transform(code, options);
      return {code: globalName ? ownExportsOnly(lowered) : lowered, map};
    },
  };
}
