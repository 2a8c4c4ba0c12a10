/**
 * How a translator changes a text: `wrap` moves the page's node into a `<font>`, `replace` replaces it with another
 * node, `write` keeps the node and changes its text.
 */
export type Way = 'wrap' | 'replace' | 'write';

export const WAYS: readonly Way[] = ['wrap', 'replace', 'write'];

/**
 * Translates each text below `root` as browsers' page translators do, except where the page opts out: `text` becomes
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
