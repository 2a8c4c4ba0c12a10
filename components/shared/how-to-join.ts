import {html, nothing, type TemplateResult} from 'lit';
import type {RewardChain} from '../../src/model.js';
import {localize} from '../../src/text/localized.js';

/** How to join a clan, in the project's own words (`popup_*` of the chain); `fallback` where it has none. */
export function renderHowToJoin(chain: RewardChain | undefined, locale: string, fallback: string): TemplateResult {
  const {header = {}, instruction = {}} = chain?.howToJoin ?? {};
  const [title, text] = [localize(header, locale), localize(instruction, locale)];
  if (!title && !text) return html`<bdi>${fallback}</bdi>`;
  return html`${title ? html`<p dir="auto"><strong>${title}</strong></p>` : nothing}
  ${text ? html`<p dir="auto">${text}</p>` : nothing}`;
}
