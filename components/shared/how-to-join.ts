import {html, nothing, type TemplateResult} from 'lit';
import type {RewardChain} from '../../src/model.js';
import {localizeIn} from '../../src/text/localized.js';
import {mixedLanguages} from '../../src/text/words.js';
import {textContent} from '../../src/ui/text-content.js';
import {renderImage} from './rewards.js';

/** How to join a clan, in the project's own words and picture (`popup_*` of the chain); `fallback` where it has no words. */
export function renderHowToJoin(chain: RewardChain | undefined, locale: string, fallback: string): TemplateResult {
  const {header = {}, instruction = {}, imageUrl} = chain?.howToJoin ?? {};
  const title = localizeIn(header, locale);
  const text = localizeIn(instruction, locale) ?? (title ? undefined : {text: fallback, language: undefined});
  return html`${renderImage(imageUrl, 'join-image')}
  ${title ? html`<p dir="auto" lang=${langOf(title, locale)}><strong ${textContent(title.text)}></strong></p>` : nothing}
  ${text ? html`<p dir="auto" lang=${langOf(text, locale)} ${textContent(text.text)}></p>` : nothing}`;
}

/** The project's words may be in another language than ours, which is the section's. */
function langOf({language}: {language: string | undefined}, locale: string): string | typeof nothing {
  return (mixedLanguages(locale) && language) || nothing;
}
