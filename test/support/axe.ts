import 'axe-core/axe.min.js';

import type {default as Axe, Result} from 'axe-core';

// The package is a classic script: it exports nothing and sets a global.
const {axe} = globalThis as unknown as {axe: typeof Axe};

// A fragment under test is not a page with landmarks.
const PAGE_RULES = {region: {enabled: false}};

/** The faults that axe finds in the element's light and shadow DOM, one readable line each; empty if there are none. */
export async function audit(element: Element): Promise<string[]> {
  // What is seen of a board's rows is hidden from screen readers, and axe would not look at its contrast.
  const seen = [...(element.shadowRoot?.querySelectorAll('.rank, .name, .score') ?? [])];
  seen.forEach(part => part.removeAttribute('aria-hidden'));
  const {violations} = await axe.run(element, {rules: PAGE_RULES});
  seen.forEach(part => part.setAttribute('aria-hidden', 'true'));
  return violations.flatMap(toLines);
}

function toLines({id, help, nodes}: Result): string[] {
  return nodes.map(({target, html}) => `${id}: ${help} at ${target.flat().join(' ')} in ${html}`);
}
