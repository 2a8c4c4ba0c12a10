/**
 * How a translator changes a text: `wrap` puts the page's own node into `<font>`, `replace` puts another in its place,
 * `write` keeps the node and writes into it.
 */
export type Way = 'wrap' | 'replace' | 'write';

export const WAYS: readonly Way[] = ['wrap', 'replace', 'write'];

/**
 * Translates each text below `root` as the page translators of browsers do, but not where a page says no: `text` becomes
 * `[text]`.
 */
export function translate(root: Node, how: Way): void {
  for (const node of textsBelow(root)) {
    const text = `[${node.data}]`;
    const font = document.createElement('font');
    const inner = font.appendChild(document.createElement('font'));
    if (how !== 'write') node.replaceWith(font);
    if (how === 'replace') inner.textContent = text;
    else node.data = text;
    if (how === 'wrap') inner.append(node);
  }
}

/** A text as it was before the translation. */
export function untranslated(text: string): string {
  return text.replace(/[[\]]/g, '');
}

function textsBelow(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(({data, parentElement}) => data.trim() && !parentElement?.closest('[translate="no"]'));
}
