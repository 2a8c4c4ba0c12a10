import {readFileSync} from 'node:fs';
import type {Browser, Page} from 'playwright-core';

/** What Chromium 87 lacks of what ky and our code use. */
export const MISSING = [
  'AbortSignal.abort',
  'AbortSignal.any',
  'AbortSignal.prototype.reason',
  'AbortSignal.prototype.throwIfAborted',
  'AbortSignal.timeout',
  'Array.prototype.at',
  'Object.hasOwn',
  'String.prototype.at',
];

/** Takes them away, and notes what the page has before our script. */
function prepare(missing: readonly string[]): void {
  const ownerOf = (path: string[]): object =>
    path.reduce((owner, name) => (owner as Record<string, object>)[name]!, globalThis as object);
  for (const name of missing) {
    const path = name.split('.');
    Reflect.deleteProperty(ownerOf(path.slice(0, -1)), path[path.length - 1]!);
  }
  const owners = ['Object', 'Array', 'String', 'Promise', 'AbortSignal', 'AbortController', 'Request', 'Element'];
  const look = (): Map<string, unknown> => {
    const found = new Map<string, unknown>();
    for (const name of owners.flatMap(owner => [owner, `${owner}.prototype`])) {
      const owner = ownerOf(name.split('.'));
      for (const key of Reflect.ownKeys(owner)) {
        const {value, get} = Object.getOwnPropertyDescriptor(owner, key)!;
        found.set(`${name}.${String(key)}`, (value as unknown) ?? get);
      }
    }
    return found;
  };
  const [builtIns, globals] = [look(), new Set(Object.getOwnPropertyNames(globalThis))];
  Object.assign(globalThis, {
    changes: () => ({
      builtIns: [...look()].filter(([name, value]) => builtIns.get(name) !== value).map(([name]) => name),
      globals: Object.getOwnPropertyNames(globalThis).filter(name => !globals.has(name) && name !== 'changes'),
    }),
  });
}

/** A page whose browser lacks these, with one of the bundles. */
export async function loadIn(browser: Browser, missing: readonly string[], file: string): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluate(prepare, missing);
  const content = readFileSync(file, 'utf8');
  await page.addScriptTag(file.includes('iife') ? {content} : {content, type: 'module'});
  return page;
}

/** The built-in objects and the globals that our script changed. */
export async function changesIn(page: Page): Promise<{builtIns: string[]; globals: string[]}> {
  const {builtIns, globals} = await page.evaluate(() =>
    (globalThis as unknown as {changes(): {builtIns: string[]; globals: string[]}}).changes(),
  );
  return {builtIns: builtIns.sort(), globals: globals.sort()};
}
