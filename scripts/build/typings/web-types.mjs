import {unique} from './vscode-data.mjs';

const SCHEMA = 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json';

/** Web types, which the editors of JetBrains find by the field of that name in package.json. */
export function webTypes({name, version}, elements, valuesOf) {
  const parts = unique(elements.flatMap(({cssParts}) => cssParts));
  const html = {elements: elements.map(element => elementOf(element, valuesOf))};
  const css = {'pseudo-elements': parts.map(part => ({...described(part), name: `part(${part.name})`}))};
  const head = {$schema: SCHEMA, name, version, 'js-types-syntax': 'typescript', 'description-markup': 'markdown'};
  return {...head, contributions: {html, css}};
}

const described = ({name, description}) => ({name, description});
const typed = type => entry => ({...described(entry), type: type(entry)});

function elementOf({tagName, description, slots, attributes, properties, events, cssProperties}, valuesOf) {
  return {
    ...{name: tagName, description},
    slots: slots.map(described),
    attributes: attributes.map(attribute => attributeOf(attribute, valuesOf(tagName, attribute.name))),
    js: {
      properties: properties.map(typed(({type}) => type.text)),
      events: events.map(typed(({type}) => type)),
    },
    css: {properties: cssProperties.map(described)},
  };
}

function attributeOf(attribute, values) {
  const type = values.length ? values.map(value => `'${value}'`).join(' | ') : attribute.type.text;
  return {...described(attribute), default: attribute.default?.replaceAll("'", ''), value: {type}};
}
