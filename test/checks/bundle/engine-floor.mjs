import {memberOf, walk} from './syntax-tree.mjs';

/*
 * What the self-contained files may not use, because Chromium 87 or WebKit 15.4 lacks it. The table holds what somebody
 * is likely to reach for, not all there is: the proof is a run on such an engine.
 */

const words = text => new Set(text.trim().split(/\s+/));

/** Methods that are rare enough to be told by their name alone. */
const METHODS = words(`
  at findLast findLastIndex toSorted toReversed toSpliced with hasOwn groupBy fromAsync isWellFormed toWellFormed
  withResolvers throwIfAborted randomUUID structuredClone checkVisibility showPopover hidePopover togglePopover
  setHTMLUnsafe attachInternals showPicker getTextInfo requestIdleCallback getSetCookie
`);

const STATICS = words(`
  AbortSignal.any AbortSignal.timeout AbortSignal.abort Response.json URL.canParse URL.parse Promise.try
  Symbol.dispose Symbol.asyncDispose
`);

/** Selectors and rules that make an old engine drop the whole rule, and values that make it drop the declaration. */
const CSS = new RegExp(
  [
    String.raw`:(?:is|where|has|dir|state)\(|:(?:modal|popover-open|user-valid|user-invalid)\b|:not\([^()]*,`,
    String.raw`@(?:container|layer|scope|starting-style)\b|\((?:width|height)\s*[<>]`,
    String.raw`\b(?:color-mix|light-dark|oklch|oklab|lch|lab)\(|\baspect-ratio:|\d(?:[dsl]v[hwib]|cq[whib]|r?lh)\b`,
  ].join('|'),
  'g',
);

// A bare name of one or two letters is a mangled function of ours, not a method.
function calledName({callee}) {
  return callee.name?.length > 2 ? callee.name : memberOf(callee)?.name;
}

function hasSignalOption({arguments: [, , options]}) {
  return options?.type === 'ObjectExpression' && options.properties.some(({key}) => key?.name === 'signal');
}

const inCall = node => {
  const name = calledName(node);
  if (METHODS.has(name)) return [name];
  return name === 'addEventListener' && hasSignalOption(node) ? ['addEventListener with a signal'] : [];
};

const inMember = node => {
  const {object, name: property} = memberOf(node);
  const name = `${object}.${property}`;
  return STATICS.has(name) ? [name] : [];
};

const isNewPattern = ({pattern, flags}) => /\(\?<[=!]/.test(pattern) || /[dv]/.test(flags);
const inPattern = ({regex}) => (regex && isNewPattern(regex) ? [`/${regex.pattern}/${regex.flags}`] : []);
const inText = text => [...text.matchAll(CSS)].map(([found]) => `CSS ${found}`);

const FINDERS = {
  CallExpression: inCall,
  MemberExpression: inMember,
  Literal: node => (typeof node.value === 'string' ? inText(node.value) : inPattern(node)),
  TemplateElement: node => inText(node.value.cooked ?? node.value.raw),
  ForOfStatement: node => (node.await ? ['for await'] : []),
};

/** Everything in the tree that the oldest supported engines lack: its name and the nodes where it stands. */
export function missingInOldEngines(tree) {
  const found = new Map();
  walk(tree, node => {
    for (const name of FINDERS[node.type]?.(node) ?? []) found.set(name, [...(found.get(name) ?? []), node]);
  });
  return [...found];
}
