import {type CSSResult, type CSSResultOrNative, LitElement, supportsAdoptingStyleSheets} from 'lit';

/** The sheets of documents other than the page's own: a sheet may be used in none but the one it was made for. */
const sheets = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

/**
 * An element whose styles follow it into another document, such as that of a window which the page opened, and back. Lit
 * makes one sheet for the page's own document; in another it throws, and a move there takes the sheets away.
 */
export abstract class StyledElement extends LitElement {
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.ownerDocument === document || !supportsAdoptingStyleSheets) return super.createRenderRoot();
    const {shadowRootOptions} = this.constructor as typeof LitElement;
    // eslint-disable-next-line wc/attach-shadow-constructor -- where Lit does it, too
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#adopt(root);
    return root;
  }

  /** The browser calls it after a move into another document. */
  adoptedCallback(): void {
    if (this.shadowRoot && supportsAdoptingStyleSheets) this.#adopt(this.shadowRoot);
  }

  /** A document without a window draws nothing; the styles come once the element leaves it. */
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
