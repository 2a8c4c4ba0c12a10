import {html, nothing, type TemplateResult} from 'lit';

/** Places that hold no row; `skeleton` while there is nothing to show yet, moving while it is on its way. */
export function renderPlaces(
  count: number,
  {loading, skeleton = true}: {loading?: boolean | undefined; skeleton?: boolean},
): TemplateResult | typeof nothing {
  if (count <= 0) return nothing;
  return html`<div part=${skeleton ? 'skeleton' : 'places'} class=${loading ? 'loading' : ''} aria-hidden="true">
    ${Array.from({length: count}, () => html`<div class="row place"><span class="rank">·</span></div>`)}
  </div>`;
}
