import 'axe-core/axe.min.js';

import type {default as Axe, Result} from 'axe-core';

// The package is a classic script: it has nothing to import and sets a global.
const {axe} = globalThis as unknown as {axe: typeof Axe};

// A fragment under test is not a page with landmarks.
const PAGE_RULES = {region: {enabled: false}};

/** What axe finds wrong with the element, light and shadow DOM, one readable line per fault; empty when nothing. */
export async function audit(element: Element): Promise<string[]> {
  const {violations} = await axe.run(element, {rules: PAGE_RULES});
  return violations.flatMap(toLines);
}

function toLines({id, help, nodes}: Result): string[] {
  return nodes.map(({target, html}) => `${id}: ${help} at ${target.flat().join(' ')} in ${html}`);
}
