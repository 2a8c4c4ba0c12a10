import {treeOf, walk} from './syntax-tree.mjs';

/** Stands for `#`, so that nothing moves and source maps stay right; every name that has it is shortened later. */
const MARK = 'ƍ';

// Lit marks the same way what its own packages share; inside one file nothing else knows those names.
export const MARKED = `${MARK}|_\\$`;

function privateNamesOf({body}) {
  return body.body.filter(({key}) => key?.type === 'PrivateIdentifier').map(({key}) => key.name);
}

/** A class and the classes it extends, as far as they are in this file and called by name. */
function lineOf(classNode, byName, line = []) {
  const parent = byName.get(classNode.superClass?.name);
  return parent && !line.includes(parent) ? lineOf(parent, byName, [...line, classNode]) : [...line, classNode];
}

function refuseSharedNames(classes) {
  const byName = new Map(classes.map(node => [node.id?.name ?? node.boundTo, node]));
  for (const node of classes) {
    const names = lineOf(node, byName).flatMap(one => [...new Set(privateNamesOf(one))]);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice) throw new Error(`#${twice} is private to a class and again to its parent: rename one`);
  }
}

/**
 * Turns private members into ordinary ones with short names. The usual way, a WeakMap for every name, is larger, and
 * slower at every access. What is lost is the check that nobody outside uses them, which the compiler has done already.
 *
 * @returns {import('rollup').OutputPlugin}
 */
export function ordinaryPrivateNames() {
  return {
    name: 'ordinary-private-names',
    renderChunk(code) {
      const [places, classes] = [[], []];
      const tree = treeOf(code, {ecma: 'latest', module: true});
      walk(tree, node => {
        if (node.type === 'VariableDeclarator' && node.init?.type === 'ClassExpression')
          node.init.boundTo = node.id.name;
        if (node.type === 'PrivateIdentifier') places.push(node.start);
        if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') classes.push(node);
        if (node.left?.type === 'PrivateIdentifier') throw new Error('`#name in object` has no ordinary form');
      });
      refuseSharedNames(classes);
      const characters = code.split('');
      for (const place of places) characters[place] = MARK;
      return {code: characters.join(''), map: null};
    },
  };
}
