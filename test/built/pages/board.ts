import assert from 'node:assert/strict';
import type {Page} from 'playwright-core';

const BOARD = 'liveops-clan-contributors';
const LONGEST_MS = 20_000;

/** Waits until the board shows these names and points, such as `winner 555`, in this order. */
export async function boardShows(page: Page, rows: readonly string[], tag = BOARD): Promise<void> {
  const read = (): Promise<string[]> => page.evaluate(readRows, tag);
  const until = performance.now() + LONGEST_MS;
  let seen = await read();
  while (String(seen) !== String(rows) && performance.now() < until) {
    await page.waitForTimeout(50);
    seen = await read();
  }
  assert.deepEqual(seen, rows);
}

function readRows(tag: string): string[] {
  const text = (row: Element, part: string): string => row.querySelector(`[part~=${part}]`)?.textContent?.trim() ?? '';
  const rows = document.querySelector(tag)?.shadowRoot?.querySelectorAll('[part~=row]') ?? [];
  return [...rows].map(row => `${text(row, 'name')} ${text(row, 'amount')}`);
}

/** Waits until a part of the board has a text that matches. */
export async function partShows(page: Page, part: string, text: RegExp): Promise<void> {
  await page.locator(`${BOARD} [part~=${part}]`, {hasText: text}).waitFor({timeout: LONGEST_MS});
}

/** Waits until a part of the board is gone, or has no text. */
export async function partIsEmpty(page: Page, part: string): Promise<void> {
  const filled = page.locator(`${BOARD} [part~=${part}]`, {hasText: /\S/});
  await filled.waitFor({state: 'detached', timeout: LONGEST_MS});
}

export const WOLVES = ['winner 555', 'Rocket 398', 'MrJoe 201', 'beginner 1'];
