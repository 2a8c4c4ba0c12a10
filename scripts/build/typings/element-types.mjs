/*
 * `elements.d.ts`: each tag with its element, attributes, properties and events, by reference to the types of the
 * sources. The files for the frameworks convert this map into their own formats.
 */
const HELPERS = `/** The markup type of a property: HTML writes numbers as strings, and booleans by presence. */
export type AttributeOf<T> = T extends number ? number | \`\${number}\` : T extends boolean ? boolean | '' : T;

/** The listener type of an element's event. */
export type Listener<E, Element> = (event: E & {readonly currentTarget: Element}) => void;`;

/** The text of `elements.d.ts`. */
export function elementTypes(elements) {
  const imports = [...new Set([...elements.map(importDefinition), ...elements.flatMap(importTypes).sort()])].join('\n');
  const map = ['export interface LiveOpsElements {', ...elements.map(each => mapEntry(each, elements)), '}'].join('\n');
  return ['/* Generated from custom-elements.json. */', imports, HELPERS, map].join('\n\n') + '\n';
}

const toTypes = path => path.replace(/^dist\//, '../');

/** These add our tags and events to the DOM's own maps. */
const importDefinition = ({module}) => `import '${toTypes(module).replace(/[^/]+$/, 'define.js')}';`;

const importTypes = ({name, module, events}) =>
  [{type: name, module}, ...events].map(each => `import type {${each.type}} from '${toTypes(each.module)}';`);

function mapEntry(element, elements) {
  const {name, tagName, description} = element;
  const groups = Object.entries(membersOf(element, eventsAt(element, elements)));
  const head = `${comment(description, '  ')}\n  '${tagName}': {\n    element: ${name};`;
  return [head, ...groups.map(([title, lines]) => group(title, lines)), '  };'].join('\n');
}

const membersOf = ({name, attributes, properties}, events) => ({
  attributes: attributes.map(attribute => optional(attribute, attributeType(attribute, name))),
  properties: properties.map(property => optional(property, `${name}['${property.name}']`)),
  events: events.map(required),
  listeners: events.map(event => optional(listened(event), `Listener<${event.type}, ${name}>`)),
});

function eventsAt({isContainer, events}, elements) {
  const all = isContainer ? elements.flatMap(element => element.events) : events;
  return [...new Map([...events, ...all].map(event => [event.name, event])).values()];
}

/** In the spelling of React and Svelte; written out, since editors lose the comment of a computed name. */
const listened = ({name, description}) => ({name: `on${name}`, description});

const attributeType = ({fieldName, type}, element) =>
  fieldName ? `AttributeOf<${element}['${fieldName}']>` : type.text;

const group = (name, lines) => (lines.length ? [`    ${name}: {`, ...lines, '    };'].join('\n') : `    ${name}: {};`);
const required = ({name, description, type}) => `${comment(description, '      ')}\n      '${name}': ${type};`;
const optional = ({name, description}, type) =>
  `${comment(description, '      ')}\n      '${name}'?: ${type} | undefined;`;

function comment(text = '', indent) {
  const lines = text.replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  return [`${indent}/**`, ...lines.map(line => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}
