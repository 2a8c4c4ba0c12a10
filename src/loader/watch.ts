type Listener = {
  /** Called with the tag of each element that is in the page or is added to it. */
  onElement(tag: string): void;
  /** Called for the document and for each shadow root. */
  onRoot(root: Document | ShadowRoot): void;
};

/**
 * Watches a document and its open shadow roots. A shadow root is found when its host is added to the page or defined. A
 * root that is attached later to a defined host is not found, and closed roots never are.
 */
export function watchElements(document: Document, {onElement, onRoot}: Listener): void {
  const roots = new WeakSet<Node>();
  const awaited = new Set<string>();

  const watch = (root: Document | ShadowRoot): void => {
    if (roots.has(root)) return;
    roots.add(root);
    onRoot(root);
    observer.observe(root, {childList: true, subtree: true});
    visitAll(root);
  };

  const visit = ({localName, shadowRoot}: Element): void => {
    onElement(localName);
    if (shadowRoot) watch(shadowRoot);
    if (localName.includes('-') && !awaited.has(localName) && !customElements.get(localName)) awaitTag(localName);
  };

  /** The page's own elements may be defined later, and get their shadow roots then. */
  const awaitTag = (tag: string): void => {
    awaited.add(tag);
    const visitAll = (): void => document.querySelectorAll(tag).forEach(visit);
    // A tag like `font-face` is not a valid custom element name.
    customElements.whenDefined(tag).then(visitAll, () => undefined);
  };

  const visitAll = (root: ParentNode): void => root.querySelectorAll('*').forEach(visit);

  const observer = new MutationObserver(records => {
    for (const node of records.flatMap(({addedNodes}) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      visit(node);
      visitAll(node);
    }
  });

  watch(document);
}
