import {html, noChange, nothing, type TemplateResult} from 'lit';
import {directive, Directive, type ElementPart} from 'lit/directive.js';
import {createElement} from '../../src/ui/create-element.js';

/** Fills an element with places: plain nodes, since a template would set marks before and after each. */
class PlaceholdersDirective extends Directive {
  override render(_count: number): unknown {
    return noChange;
  }

  override update({element}: ElementPart, [count]: [number]): unknown {
    for (let missing = count - element.childElementCount; missing > 0; missing--) {
      element.append(createElement('div', {class: 'row placeholder'}));
    }
    while (element.childElementCount > count) element.lastElementChild?.remove();
    return noChange;
  }
}

const placeholders = directive(PlaceholdersDirective);

/** Places without a row; `skeleton` while there is nothing to show yet. */
export function renderPlaceholders(count: number, skeleton: boolean): TemplateResult | typeof nothing {
  if (count <= 0) return nothing;
  return html`<div part=${skeleton ? 'skeleton' : 'places'} aria-hidden="true" ${placeholders(count)}></div>`;
}
