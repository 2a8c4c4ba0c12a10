import {html, type TemplateResult} from 'lit';

export type ButtonOptions = {plain?: boolean | undefined; disabled?: boolean | undefined};

/** A button, known to pages by its part. */
export function renderButton(
  part: string,
  text: string,
  press: () => void,
  {plain, disabled}: ButtonOptions = {},
): TemplateResult {
  return html`<button
    type="button"
    part=${part}
    dir="auto"
    class=${plain ? 'plain' : ''}
    ?disabled=${disabled}
    @click=${press}
  >
    ${text}
  </button>`;
}
