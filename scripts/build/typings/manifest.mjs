import {readFileSync} from 'node:fs';

export const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

/** Every element of a manifest by its tag, with the modules of its class and its events. */
export function elementsIn({modules}) {
  const classes = new Map(modules.flatMap(({path, declarations}) => declarations.map(({name}) => [name, path])));
  const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  if (!elements.length) throw new Error('No element in the manifest.');
  return elements.sort(byTag).map(element => describe(element, classes));
}

const byTag = (a, b) => (a.tagName < b.tagName ? -1 : 1);

function describe(element, classes) {
  const {name, tagName, description = '', slots = [], cssParts = [], cssProperties = []} = element;
  return {
    ...{name, tagName, description, slots, cssParts, cssProperties},
    module: moduleOf(name, classes),
    // Events of the elements inside bubble through it.
    isContainer: slots.some(slot => slot.name === ''),
    attributes: attributesOf(element),
    properties: propertiesOf(element),
    events: (element.events ?? []).map(event => describeEvent(event, classes)),
  };
}

/** Here the analyzer repeats a property's default as source code; the property has the resolved value. */
function attributesOf({attributes = [], members = []}) {
  const defaultOf = ({fieldName}) => members.find(({name}) => name === fieldName)?.default;
  return attributes.map(attribute => ({...attribute, default: defaultOf(attribute)}));
}

/**
 * Properties that only script can set. Others are set through their attribute: frameworks write attributes everywhere.
 */
const propertiesOf = ({members = []}) =>
  members.filter(({kind, readonly, attribute}) => kind === 'field' && !readonly && !attribute);

function describeEvent({name, description, type}, classes) {
  return {name, description, type: type?.text, module: moduleOf(type?.text, classes)};
}

function moduleOf(name, classes) {
  if (!classes.has(name)) throw new Error(`No class ${name} in the manifest, which an element or its @fires names.`);
  return classes.get(name);
}
