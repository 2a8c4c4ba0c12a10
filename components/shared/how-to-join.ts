import {html, nothing, type TemplateResult} from 'lit';
import type {RewardChain} from '../../src/model.js';
import {localize} from '../../src/text/localized.js';
import {renderImage} from './rewards.js';

/** How to join a clan, in the project's own words and picture (`popup_*` of the chain); `fallback` where it has no words. */
export function renderHowToJoin(chain: RewardChain | undefined, locale: string, fallback: string): TemplateResult {
  const {header = {}, instruction = {}, imageUrl} = chain?.howToJoin ?? {};
  const title = localize(header, locale);
  const text = localize(instruction, locale);
  return html`${renderImage(imageUrl, 'join-image')}
  ${title ? html`<p dir="auto"><strong>${title}</strong></p>` : nothing}
  ${text || !title ? html`<p dir="auto">${text || fallback}</p>` : nothing}`;
}
