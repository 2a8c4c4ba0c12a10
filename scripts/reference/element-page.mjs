import {existsSync} from 'node:fs';
import {cell, code, section} from './table.mjs';

const LIFECYCLE = /^(?:connected|disconnected|adopted|attributeChanged)Callback$/;

const GENERATED =
  '<!-- Generated from dist/custom-elements.json by `node scripts/checks/reference.mjs --accept`; edit the docstrings. -->';

/** The picture of the element's states, from `npm run pictures`; an element without UI has none. */
function pictureOf(tag) {
  const file = `docs/pictures/${tag}.webp`;
  return existsSync(file) ? `![States of the element side by side](../../pictures/${tag}.webp)` : '';
}

const isPublic = ({static: isStatic, name}) => !isStatic && !LIFECYCLE.test(name);

function attributeRows({attributes = []}) {
  return attributes.map(({name, type, description}) => [code(name), code(type?.text), cell(description)]);
}

/** Properties without an attribute; the others are in the table of attributes. */
function propertyRows({members = []}) {
  return members
    .filter(member => member.kind === 'field' && isPublic(member) && !member.attribute)
    .map(({name, type, readonly, description}) => [
      code(name),
      code(type?.text),
      cell(`${readonly ? 'Read-only. ' : ''}${description ?? ''}`),
    ]);
}

function methodRows({members = []}) {
  return members
    .filter(member => member.kind === 'method' && isPublic(member))
    .map(({name, parameters = [], return: result, description}) => {
      const list = parameters.map(({name, optional, type}) => `${name}${optional ? '?' : ''}: ${type?.text}`);
      return [code(`${name}(${list.join(', ')})`), code(result?.type?.text), cell(description)];
    });
}

function eventRows({events = []}, fields) {
  return events.map(({name, type, description}) => {
    const names = (fields.get(type?.text) ?? []).map(field => code(field.name));
    return [code(name), names.join(', '), cell(description)];
  });
}

const named = (list = []) => list.map(({name, description}) => [code(name || '(default)'), cell(description)]);

/** The reference page of one element, as markdown. */
export function elementPage(element, fields) {
  const {tagName, description = ''} = element;
  const parts = [
    `# \`<${tagName}>\``,
    `For page developers who use \`<${tagName}>\`: its attributes, properties, methods, events, slots, parts and custom properties.`,
    GENERATED,
    description,
    pictureOf(tagName),
    section('Attributes', ['attribute', 'type', 'meaning'], attributeRows(element)),
    'Each attribute has a property of the same name in camel case.',
    section('Properties without an attribute', ['property', 'type', 'meaning'], propertyRows(element)),
    section('Methods', ['method', 'returns', 'what it does'], methodRows(element)),
    section('Events', ['event', 'fields', 'when'], eventRows(element, fields)),
    section('Slots', ['slot', 'content'], named(element.slots)),
    section('Parts', ['`::part()`', 'what it is'], named(element.cssParts)),
    section('Custom properties', ['property', 'sets'], named(element.cssProperties)),
    'See also: [events](../events.md) · [errors](../errors.md) · [theming](../../guide/theming.md)',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
