import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import type {Page} from 'playwright-core';

/** With this set in the environment, what is read now is written down; look at the difference before you commit it. */
const UPDATE = 'UPDATE_SNAPSHOTS';

/** The accessibility trees of these cards, each under the card's name. */
export async function readTrees(page: Page, names: readonly string[]): Promise<string[]> {
  const trees: string[] = [];
  for (const name of names) {
    const card = page.locator(`.card[data-name="${name}"] > .stage`);
    trees.push(`# ${name}\n${await card.ariaSnapshot()}\n`);
  }
  return trees;
}

/** Holds trees against `snapshots/<element>.txt`. */
export function expectTrees(element: string, trees: readonly string[]): void {
  const file = `test/built/quality/snapshots/${element}.txt`;
  const now = trees.join('\n');
  if (process.env[UPDATE]) writeFileSync(file, now);
  assert.ok(existsSync(file), `${file} is missing; run once with ${UPDATE}=1.`);
  assert.equal(now, readFileSync(file, 'utf8'), `If that is meant, run once with ${UPDATE}=1.`);
}
