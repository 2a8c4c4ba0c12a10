import {html, type TemplateResult} from 'lit';
import {textContent} from '../../src/ui/text-content.js';

export type ButtonOptions = {plain?: boolean | undefined; disabled?: boolean | undefined};

/** A button, known to pages by its part. */
export function renderButton(
  part: string,
  text: string,
  press: () => void,
  {plain, disabled}: ButtonOptions = {},
): TemplateResult {
  // eslint-disable-next-line lit-a11y/accessible-name -- the directive gives it its text
  return html`<button
    type="button"
    part=${part}
    dir="auto"
    class=${plain ? 'plain' : ''}
    ?disabled=${disabled}
    @click=${press}
    ${textContent(text)}
  ></button>`;
}
