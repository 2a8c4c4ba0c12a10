import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';

const typesOf = path => path.replace(/^dist\//, 'dist/types/');

/**
 * Makes the types of `define.js` include the element's events, so that `addEventListener` and Angular's templates know
 * them: the compiler drops imports that only the code needs.
 */
export function importEvents({module, events}) {
  const folder = dirname(typesOf(module));
  const file = join(folder, 'define.d.ts');
  const text = readFileSync(file, 'utf8');
  const lines = [...new Set(events.map(event => importLine(folder, event)))].filter(line => !text.includes(line));
  writeFileSync(file, [...lines, text].join('\n'));
}

function importLine(folder, event) {
  const path = relative(folder, typesOf(event.module)).replaceAll('\\', '/');
  return `import '${path.startsWith('.') ? path : `./${path}`}';`;
}
