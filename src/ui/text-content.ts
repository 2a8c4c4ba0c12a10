import {noChange} from 'lit';
import {directive, Directive, type ElementPart, type PartInfo, PartType} from 'lit/directive.js';

/** Makes `text` the whole content of an element; reuses the existing text node if it is the only child. */
export function writeText(element: Element, text: string): void {
  const {firstChild, lastChild} = element;
  if (firstChild && firstChild === lastChild && firstChild.nodeType === Node.TEXT_NODE) firstChild.nodeValue = text;
  else element.textContent = text;
}

class TextContentDirective extends Directive {
  #text: string | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('`textContent` belongs in the tag of an element.');
  }

  override render(_text: string): unknown {
    return noChange;
  }

  override update({element}: ElementPart, [text]: [string]): unknown {
    if (text === this.#text) return noChange;
    this.#text = text;
    writeText(element, text);
    return noChange;
  }
}

/**
 * Makes `text` the whole content of an element: `<bdi ${textContent(name)}></bdi>`. The element has no other content.
 *
 * A page translator replaces text nodes with its own elements. A child binding would keep writing to the removed node.
 * This binding writes to the only text node if it is in place, and replaces the whole content otherwise. If the text
 * has not changed, the translation stays.
 */
export const textContent = directive(TextContentDirective);
