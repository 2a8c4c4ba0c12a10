import {html, nothing, type TemplateResult} from 'lit';
import type {Reward} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';
import {mixedLanguages} from '../../src/text/words.js';
import {textContent} from '../../src/ui/text-content.js';

/** More than players read, and more than an old webview renders without a pause. */
const MOST_DRAWN = 100;

/** Rewards with picture, name and quantity; of very many the first, and how many more there are. */
export function renderRewards(rewards: readonly Reward[], locale: string): TemplateResult {
  const more = rewards.length - MOST_DRAWN;
  return html`<ul part="rewards" class="rewards" role="list">
    ${rewards.slice(0, MOST_DRAWN).map(reward => renderReward(reward, locale))}${
      more > 0
        ? html`<li
            class="count"
            translate="no"
            lang=${langOfFigures(locale)}
            ${textContent(`+${formatNumber(more, locale)}`)}
          ></li>`
        : nothing
    }
  </ul>`;
}

function renderReward({name, imageUrl, quantity, source}: Reward, locale: string): TemplateResult {
  const count =
    quantity !== undefined && quantity > 1 ? fill(messages.times, {count: formatNumber(quantity, locale)}) : '';
  return html`<li part="reward" class="reward ${source}">
    <span class="art">${renderImage(imageUrl, 'reward-image')}</span>
    <bdi part="reward-name" translate=${name ? 'no' : nothing} ${textContent(name || messages.unknownItem)}></bdi>
    ${
      count
        ? html`<span
            part="reward-quantity"
            class="count"
            translate="no"
            lang=${langOfFigures(locale)}
            ${textContent(count)}
          ></span>`
        : nothing
    }
  </li>`;
}

/** `lang` for a number that is alone, in a section whose words are in another language. */
export function langOfFigures(locale: string): string | typeof nothing {
  return mixedLanguages(locale)?.figures ?? nothing;
}

/** A picture of the project's, if there is one; nothing where it does not load. */
export function renderImage(url: string | undefined, part: string): TemplateResult | typeof nothing {
  if (!url) return nothing;
  const settle = ({target, type}: Event): void => {
    (target as HTMLElement).hidden = type === 'error';
  };
  return html`<img
    part=${part}
    src=${url}
    alt=""
    loading="lazy"
    referrerpolicy="no-referrer"
    @error=${settle}
    @load=${settle}
  />`;
}
