import {readFileSync} from 'node:fs';

const MANIFEST = 'dist/custom-elements.json';
const LIFECYCLE = /^(?:connected|disconnected|adopted|attributeChanged)Callback$/;

const byText = (a, b) => (a < b ? -1 : 1);
const typeOf = ({type}) => type?.text ?? 'unknown';
const named = ({name, description}) => (description ? name : `${name} (undescribed)`);

function signatureOf({name, parameters = [], return: result}) {
  const list = parameters.map(parameter => `${parameter.name}${parameter.optional ? '?' : ''}: ${typeOf(parameter)}`);
  return `${name}(${list.join(', ')}): ${result ? typeOf(result) : 'void'}`;
}

const isPublicMember = ({kind, static: isStatic, name}) => kind && !isStatic && !LIFECYCLE.test(name);

/** The public names of one element, one line each, by kind. */
function surfaceOf(element) {
  const members = (element.members ?? []).filter(isPublicMember);
  const kinds = {
    attribute: (element.attributes ?? []).map(attribute => `${attribute.name}: ${typeOf(attribute)}`),
    property: members
      .filter(({kind}) => kind === 'field')
      .map(field => `${field.readonly ? 'readonly ' : ''}${field.name}: ${typeOf(field)}`),
    method: members.filter(({kind}) => kind === 'method').map(signatureOf),
    event: (element.events ?? []).map(event => `${event.name}: ${typeOf(event)}`),
    slot: (element.slots ?? []).map(({name}) => name || '(default)'),
    part: (element.cssParts ?? []).map(named),
    css: (element.cssProperties ?? []).map(property => `${property.name}: ${property.default ?? '(no default)'}`),
  };
  return Object.entries(kinds).flatMap(([kind, lines]) => lines.sort(byText).map(line => `  ${kind} ${line}`));
}

/** Every element of the manifest with its surface. */
export function elementSurfaces() {
  const {modules} = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  return elements
    .sort((a, b) => byText(a.tagName, b.tagName))
    .map(element => [`<${element.tagName}>`, ...surfaceOf(element)].join('\n'));
}
