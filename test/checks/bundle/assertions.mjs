import {missingInOldEngines} from './engine-floor.mjs';
import {memberOf, treeOf, walk} from './syntax-tree.mjs';

/** The self-contained files and the newest syntax each may hold. */
export const BUNDLES = [
  {file: 'liveops-elements.js', ecma: 2021, module: true},
  {file: 'liveops-elements.iife.js', ecma: 2019, module: false},
];

const FOREIGN = /[\\/](?:demo|test)[\\/]|[\\/]src[\\/]admin[\\/]/;

function forbiddenIn(node) {
  if (node.type === 'ImportExpression') return 'import()';
  if (memberOf(node)?.object === 'process') return 'process.*';
  const name = node.callee?.name;
  return name === 'eval' || name === 'Function' ? `${name}()` : undefined;
}

function around(code, {start}) {
  return code.slice(Math.max(0, start - 30), start + 50).replace(/\s+/g, ' ');
}

function tooNew(code, tree) {
  return missingInOldEngines(tree).map(
    ([name, nodes]) => `${nodes.length} × ${name}, which old engines lack, first at: ${around(code, nodes[0])}`,
  );
}

/** What is wrong with the text of a built bundle, one line each. */
export function faultsIn(code, {file, ecma, module}) {
  const tree = treeOf(code, {ecma, module});
  const faults = new Set(tooNew(code, tree));
  walk(tree, node => {
    const name = forbiddenIn(node);
    if (name) faults.add(`${name} at: ${around(code, node)}`);
  });
  const [foreign] = /[^\0-\x7f]/.exec(code) ?? [];
  if (foreign) faults.add(`"${foreign}" is not ASCII, and the page's encoding is unknown`);
  return [...faults].map(fault => `${file}: ${fault}`);
}

/** Stops the build when a bundle is not fit to ship. @returns {import('rollup').OutputPlugin} */
export function assertBundle() {
  return {
    name: 'assert-bundle',
    generateBundle(_options, output) {
      for (const chunk of Object.values(output)) {
        if (chunk.type !== 'chunk') continue;
        const foreign = chunk.moduleIds.filter(id => FOREIGN.test(id)).map(id => `contains ${id}`);
        const outside = [...chunk.imports, ...chunk.dynamicImports].map(id => `imports ${id}`);
        const bundle = BUNDLES.find(({file}) => file === chunk.fileName);
        const faults = [...foreign, ...outside, ...faultsIn(chunk.code, bundle)];
        if (faults.length) this.error(faults.join('\n'));
      }
    },
  };
}
