import {type CSSResult, type CSSResultOrNative, LitElement, supportsAdoptingStyleSheets} from 'lit';

/**
 * The style sheets of documents other than the page's own: a constructed sheet works only in the document it was
 * created for.
 */
const sheets = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

/**
 * An element that keeps its styles when it moves to another document, such as a window that the page opened, and back.
 * Lit creates its sheets for the page's document; in another document Lit throws, and a move there removes the sheets.
 */
export abstract class StyledElement extends LitElement {
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.ownerDocument === document || !supportsAdoptingStyleSheets) return super.createRenderRoot();
    const {shadowRootOptions} = this.constructor as typeof LitElement;
    // eslint-disable-next-line wc/attach-shadow-constructor -- Lit attaches it here, too
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#adopt(root);
    return root;
  }

  /** Called by the browser after a move into another document. */
  adoptedCallback(): void {
    if (this.shadowRoot && supportsAdoptingStyleSheets) this.#adopt(this.shadowRoot);
  }

  /** A document without a window renders nothing; the styles are added once the element leaves it. */
  #adopt(root: ShadowRoot): void {
    const {ownerDocument} = this;
    const view = ownerDocument.defaultView;
    const {elementStyles} = this.constructor as typeof LitElement;
    if (view) root.adoptedStyleSheets = elementStyles.map(style => sheetIn(ownerDocument, view, style));
  }
}

function sheetIn(owner: Document, view: Window & typeof globalThis, style: CSSResultOrNative): CSSStyleSheet {
  if (owner === document) return (style as CSSResult).styleSheet ?? (style as CSSStyleSheet);
  const known = sheets.get(owner) ?? new Map<CSSResultOrNative, CSSStyleSheet>();
  sheets.set(owner, known);
  const sheet = known.get(style) ?? new view.CSSStyleSheet();
  if (!known.has(style)) sheet.replaceSync(cssTextOf(style));
  known.set(style, sheet);
  return sheet;
}

function cssTextOf(style: CSSResultOrNative): string {
  return 'cssText' in style ? style.cssText : [...style.cssRules].map(rule => rule.cssText).join('\n');
}
