import {cell, code, table} from './table.mjs';

const INTRO = `# Events

For page developers who react to what players do. After this page you know every event, its fields, and which events you
can cancel.

<!-- Generated from dist/custom-elements.json by \`node scripts/checks/reference.mjs --accept\`; edit the docstrings. -->

All events bubble and cross shadow roots, so you can listen on the session element or on \`document\`. Each event has its
data as read-only fields on itself; there is no \`detail\`.

\`\`\`js
document.addEventListener('liveops-contribute', event => {
  console.log(event.chainId, event.pointsNeeded, event.goal);
});
\`\`\`

Cancelable events are dispatched before something happens. \`event.preventDefault()\` stops it.
`;

const typed = ({name, type}) => code(`${name}: ${type?.text}`);

/** Each event once, with the elements that dispatch it. */
function collect(elements) {
  const byName = new Map();
  for (const {tagName, events = []} of elements) {
    for (const {name, type, description} of events) {
      const known = byName.get(name) ?? {name, type: type?.text, description, tags: []};
      byName.set(name, {...known, tags: [...known.tags, tagName]});
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The page of all events, as markdown. */
export function eventsPage(elements, fields) {
  const rows = collect(elements).map(({name, type, description, tags}) => [
    code(name),
    tags.map(tag => `[${code(`<${tag}>`)}](elements/${tag}.md)`).join(', '),
    (fields.get(type) ?? []).map(typed).join(', '),
    cell(description),
  ]);
  return `${INTRO}\n${table(['event', 'dispatched by', 'fields', 'when'], rows)}`;
}
