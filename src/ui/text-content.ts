import {noChange} from 'lit';
import {directive, Directive, type ElementPart, type PartInfo, PartType} from 'lit/directive.js';

/** Makes `text` the whole content of an element, in the text node that is there, if that is all there is. */
export function writeText(element: Element, text: string): void {
  const {firstChild, lastChild} = element;
  if (firstChild && firstChild === lastChild && firstChild.nodeType === Node.TEXT_NODE) firstChild.nodeValue = text;
  else element.textContent = text;
}

class TextContentDirective extends Directive {
  #text: string | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('`textContent` belongs into the tag of an element.');
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
 * A page translator replaces text nodes with its own elements. A child binding would go on writing into the node that
 * is no longer there; this writes the sole text node while it is in place, and the whole content otherwise. A text that
 * has not changed is left as the translator made it.
 */
export const textContent = directive(TextContentDirective);
