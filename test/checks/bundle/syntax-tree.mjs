import {parse} from 'acorn';

/** The syntax tree of a script or module. Throws where the text is newer than `ecma`. */
export function treeOf(code, {ecma, module}) {
  return parse(code, {ecmaVersion: ecma, sourceType: module ? 'module' : 'script'});
}

/** Calls `visit` with every node of a tree. */
export function walk(node, visit) {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') walk(child, visit);
    }
  }
}

/** `a.b`, `a?.b` or `a["b"]` as its two names; `undefined` for anything else. */
export function memberOf(node) {
  if (node?.type !== 'MemberExpression') return undefined;
  const {object, property, computed} = node;
  const name = computed ? property.value : property.name;
  return {object: object.type === 'Identifier' ? object.name : memberOf(object)?.name, name};
}
