import {html, nothing, type TemplateResult} from 'lit';

/** Places that hold no row; `skeleton` while there is nothing to show yet. */
export function renderPlaces(count: number, skeleton: boolean): TemplateResult | typeof nothing {
  if (count <= 0) return nothing;
  return html`<div part=${skeleton ? 'skeleton' : 'places'} aria-hidden="true">
    ${Array.from({length: count}, () => html`<div class="row place"></div>`)}
  </div>`;
}
