import {html, nothing, type TemplateResult} from 'lit';
import type {Reward} from '../../src/model.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';

/** Rewards with picture, name and quantity. Pictures that do not load leave a plain frame. */
export function renderRewards(rewards: readonly Reward[], locale: string): TemplateResult {
  return html`<ul part="rewards" class="rewards" role="list">
    ${rewards.map(reward => renderReward(reward, locale))}
  </ul>`;
}

function renderReward({name, imageUrl, quantity, source}: Reward, locale: string): TemplateResult {
  const count =
    quantity !== undefined && quantity > 1 ? fill(messages.times, {count: formatNumber(quantity, locale)}) : '';
  return html`<li part="reward" class="reward ${source}">
    <span class="art">${renderImage(imageUrl, 'reward-image')}</span>
    <bdi part="reward-name">${name || messages.unknownItem}</bdi>
    ${count ? html`<span part="reward-quantity" class="count">${count}</span>` : nothing}
  </li>`;
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
