import {cpSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {attributeValues} from './attribute-values.mjs';
import {elementTypes} from './element-types.mjs';
import {importEvents} from './event-imports.mjs';
import {elementsIn, readJson} from './manifest.mjs';
import {vscodeCss, vscodeHtml} from './vscode-data.mjs';
import {webTypes} from './web-types.mjs';

const FRAMEWORKS = 'dist/types/frameworks';
const ELEMENTS = `${FRAMEWORKS}/elements.d.ts`;

const writeJson = (file, value) => writeFileSync(file, JSON.stringify(value, null, 2) + '\n');

/** Writes types for frameworks and data for editors to `dist`, from the manifest and the existing types. */
export function writeTypings() {
  const elements = elementsIn(readJson('dist/custom-elements.json'));
  elements.forEach(importEvents);
  cpSync('scripts/build/typings/frameworks', FRAMEWORKS, {recursive: true});
  writeFileSync(ELEMENTS, elementTypes(elements));
  const valuesOf = attributeValues(ELEMENTS);
  writeJson('dist/vscode.html-custom-data.json', vscodeHtml(elements, valuesOf));
  writeJson('dist/vscode.css-custom-data.json', vscodeCss(elements));
  writeJson('dist/web-types.json', webTypes(readJson('package.json'), elements, valuesOf));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeTypings();
