/*
 * Replaces what the Shop Builder gives a custom block: React's `createElement` as far as the block needs it, and
 * controls that have their default values. There is no editor, no settings panel and no second render.
 */
const toControl = (_name, ...rest) => ({value: rest.length > 1 && Array.isArray(rest[0]) ? rest[1] : rest[0]});

Object.assign(globalThis, {
  React: {createElement},
  useControls: control => control.value,
  ...Object.fromEntries(['text', 'toggle', 'number', 'select', 'color'].map(name => [name, toControl])),
});

const refs = [];

function createElement(type, props, ...children) {
  if (typeof type === 'function') return type({});
  const element = document.createElement(type);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name === 'ref') refs.push(() => value(element));
    else if (name === 'style') Object.entries(value).forEach(([key, text]) => element.style.setProperty(key, text));
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Puts a block into a place of the page and then calls its refs, as React does. */
export function renderBlock(block, place) {
  place.replaceChildren(createElement(block));
  refs.splice(0).forEach(call => call());
}
