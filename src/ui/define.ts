const WARNED = Symbol.for('liveops-elements.defined-twice');

/**
 * Defines an element unless its tag is taken, which happens if a page loads this package twice. The first copy stays,
 * and the console says so once per page. Without a DOM, it does nothing.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  // Not `customElements`, which Lit also defines in Node.
  if (typeof document === 'undefined') return;
  const taken = customElements.get(tag);
  if (!taken) return customElements.define(tag, element);
  const page = globalThis as {[WARNED]?: boolean};
  if (taken === element || page[WARNED]) return;
  page[WARNED] = true;
  console.warn(
    `liveops-elements is on this page twice: <${tag}> and the other elements keep the code that loaded first.`,
  );
}
