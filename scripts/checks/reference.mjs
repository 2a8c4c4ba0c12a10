/*
 * The reference pages that are generated from the custom elements manifest: one for each element, the page of
 * events and the page of theming. Without this check a docstring could change and its page would not. `--accept` writes the pages.
 */
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {pathToFileURL} from 'node:url';
import {format, resolveConfig} from 'prettier';
import {elementPage} from '../reference/element-page.mjs';
import {eventsPage} from '../reference/events-page.mjs';
import {elements, eventFields} from '../reference/manifest.mjs';
import {themingPage} from '../reference/theming-page.mjs';

const ELEMENTS = 'docs/reference/elements';
const EVENTS = 'docs/reference/events.md';
const THEMING = 'docs/reference/theming.md';
const ACCEPT = 'node scripts/checks/reference.mjs --accept';

/** Every generated page, by path, formatted like the rest of the tree. */
async function pages() {
  const [all, fields] = [elements(), eventFields()];
  const made = [
    [EVENTS, eventsPage(all, fields)],
    [THEMING, themingPage(all)],
    ...all.map(element => [`${ELEMENTS}/${element.tagName}.md`, elementPage(element, fields)]),
  ];
  const style = {...(await resolveConfig(EVENTS)), parser: 'markdown'};
  const formatted = made.map(async ([path, text]) => [path, await format(text, style)]);
  return new Map(await Promise.all(formatted));
}

/** Pages of deleted elements. */
function leftOver(current) {
  const names = existsSync(ELEMENTS) ? readdirSync(ELEMENTS) : [];
  return names.map(name => `${ELEMENTS}/${name}`).filter(path => !current.has(path));
}

/** Whether the generated pages match the built manifest. */
export async function checkReference() {
  const current = await pages();
  const stale = [...current].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  const faults = [
    ...stale.map(([path]) => `${path} is out of date: ${ACCEPT}`),
    ...leftOver(current).map(path => `${path} has no element in the manifest: ${ACCEPT}`),
  ];
  return {faults, summary: `${current.size} pages`};
}

async function accept() {
  const current = await pages();
  for (const path of leftOver(current)) rmSync(path);
  for (const [path, text] of current) {
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--accept')) await accept();
  const {faults, summary} = await checkReference();
  console.log([summary, ...faults].join('\n'));
  process.exitCode = faults.length ? 1 : 0;
}
