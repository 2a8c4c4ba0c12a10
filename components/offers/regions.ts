/* What is above and below the items, and the way to those that lift the clan. */
import {html, type TemplateResult} from 'lit';
import {messages} from '../../src/text/messages.js';
import {textContent} from '../../src/ui/text-content.js';
import {renderButton} from '../shared/button.js';

export type HeaderOptions = {
  readonly title: string;
  /** Why some items come first, and why nothing can be bought, in words. */
  readonly reason: string;
  readonly hindrance: string;
  readonly age: TemplateResult;
};

export function renderHeader({title, reason, hindrance, age}: HeaderOptions): TemplateResult {
  return html`<header>
    ${age}
    <h2 part="title" id="title" tabindex="-1">
      <slot name="title"><bdi ${textContent(title)}></bdi></slot>
    </h2>
    <div role="status">
      <p part="reason" class="reason"><bdi ${textContent(reason)}></bdi></p>
      <p part="hindrance" class="muted"><bdi ${textContent(hindrance)}></bdi></p>
    </div>
  </header>`;
}

export function renderDismiss(dismiss: () => void): TemplateResult {
  return html`<div class="dismiss">${renderButton('dismiss', messages.cancel, dismiss, {plain: true})}</div>`;
}

/** Leads the player to the first of the items that lift the clan, or to the words that say that there are none. */
export function leadToWanted(root: ParentNode): void {
  const button = root.querySelector<HTMLElement>('.wanted .buy:not(:disabled)');
  button?.closest('.offer')?.scrollIntoView({block: 'nearest'});
  // The words say why the items are there.
  root.querySelector('header')?.scrollIntoView({block: 'nearest'});
  (button ?? root.querySelector<HTMLElement>('#title'))?.focus({preventScroll: true});
}
