import {cell, code, table} from './table.mjs';

const INTRO = `# Theming reference

For designers and web developers who set the look of the widgets. After this page you know every custom property with its
default, and every part that \`::part()\` reaches. [Theming](../guide/theming.md) shows how to use them.

<!-- Generated from dist/custom-elements.json by \`node scripts/checks/reference.mjs --accept\`; edit the docstrings. -->
`;

const PROPERTIES = `## Custom properties

The defaults are those of the light theme; \`dist/presets/neutral.css\` has those of the dark one, too.
`;

const PARTS = `## Parts

A part of several elements has a row for each thing that it is.
`;

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** What elements have under a name, once for each description, with the tags that have it. */
function collect(elements, kind) {
  const found = new Map();
  for (const element of elements) {
    for (const entry of element[kind] ?? []) {
      const key = `${entry.name}\n${entry.description}`;
      const known = found.get(key) ?? {...entry, tags: []};
      found.set(key, {...known, tags: [...known.tags, element.tagName]});
    }
  }
  return [...found.values()];
}

const links = tags => tags.map(tag => `[${code(`<${tag}>`)}](elements/${tag}.md)`).join(', ');

function propertyRows(elements) {
  const themed = elements.filter(({cssProperties}) => cssProperties?.length);
  const tagsOf = ({tags}) => (tags.length === themed.length ? 'all' : links(tags));
  return collect(themed, 'cssProperties').map(property => [
    code(property.name),
    cell(property.description),
    code(property.default),
    tagsOf(property),
  ]);
}

function partRows(elements) {
  return collect(elements, 'cssParts')
    .sort((a, b) => byText(a.name, b.name))
    .map(({name, description, tags}) => [code(name), cell(description), links(tags)]);
}

/** The page of all custom properties and parts, as markdown. */
export function themingPage(elements) {
  return [
    INTRO,
    PROPERTIES,
    table(['property', 'sets', 'default, light', 'elements'], propertyRows(elements)),
    PARTS,
    table(['`::part()`', 'what it is', 'elements'], partRows(elements)),
  ].join('\n');
}
