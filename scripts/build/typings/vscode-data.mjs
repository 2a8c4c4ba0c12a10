/* Custom data of Visual Studio Code for `html.customData` and `css.customData`. */

/** Tags with their attributes and values. */
export const vscodeHtml = (elements, valuesOf) => ({version: 1.1, tags: elements.map(each => tagOf(each, valuesOf))});

function tagOf({tagName, description, slots, events, attributes}, valuesOf) {
  const sections = [
    description,
    list('Events', events),
    list(
      'Slots',
      slots.filter(({name}) => name),
    ),
  ];
  return {
    name: tagName,
    description: {kind: 'markdown', value: sections.filter(Boolean).join('\n\n')},
    attributes: attributes.map(({name, description}) => ({
      ...{name, description},
      values: valuesOf(tagName, name).map(value => ({name: value})),
    })),
  };
}

const list = (title, entries) =>
  entries.length &&
  [`**${title}**`, '', ...entries.map(entry => `- \`${entry.name}\`: ${entry.description}`)].join('\n');

/** Custom properties and parts. */
export const vscodeCss = elements => ({
  version: 1.1,
  properties: unique(elements.flatMap(({cssProperties}) => cssProperties)).map(named),
  pseudoElements: unique(elements.flatMap(partsOf)).map(named),
});

const partsOf = ({cssParts}) => cssParts.map(({name, description}) => ({name: `::part(${name})`, description}));
const named = ({name, description}) => ({name, description});

/** The first of each name: elements share properties and the names of parts. */
export const unique = entries =>
  [...new Map(entries.toReversed().map(entry => [entry.name, entry])).values()].reverse();
