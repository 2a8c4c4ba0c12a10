type Root = Document | ShadowRoot;

/**
 * Applies rules in a document and in shadow roots, where the page's rules don't apply. A strict CSP allows such sheets.
 */
export function createSheet(css: string): (root: Root) => void {
  const sheet = 'adoptedStyleSheets' in document ? new CSSStyleSheet() : undefined;
  sheet?.replaceSync(css);
  return root => {
    if (sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    else ('head' in root ? root.head : root).append(styleWith(css));
  };
}

/** For WebKit before 16.4. */
function styleWith(css: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = css;
  return style;
}
