import {readFileSync} from 'node:fs';

const MANIFEST = 'dist/custom-elements.json';

const byText = (a, b) => (a < b ? -1 : 1);

function declarations() {
  const {modules} = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  return modules.flatMap(module => module.declarations ?? []);
}

/** The elements of the manifest, by tag. */
export function elements() {
  return declarations()
    .filter(({tagName}) => tagName)
    .sort((a, b) => byText(a.tagName, b.tagName));
}

/** The fields of each event class, by the name of the class. */
export function eventFields() {
  const classes = declarations().filter(({kind, name}) => kind === 'class' && name.endsWith('Event'));
  return new Map(classes.map(({name, members = []}) => [name, members.filter(({kind}) => kind === 'field')]));
}
