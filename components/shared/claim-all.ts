import {html, nothing, type TemplateResult} from 'lit';
import {fill, messages} from '../../src/text/messages.js';
import {textContent} from '../../src/ui/text-content.js';
import {renderButton} from './button.js';
import type {ClaimRound} from './claims.js';

export type ClaimAllOptions = {
  locale: string;
  /** How many steps can be claimed. */
  count: number;
  isBusy: boolean;
  isHindered?: boolean;
  round: ClaimRound | undefined;
  press(): void;
};

/** The button that claims all there is, and how many it has claimed. Its room stays where there is nothing to claim. */
export function renderClaimAll(options: ClaimAllOptions): TemplateResult {
  const {locale, count, isBusy, isHindered = false, round, press} = options;
  const isRunning = round !== undefined && !round.isOver;
  const summary = round?.isOver ? fill(messages.claimedAll, {claimed: round.claimed, count: round.count}, locale) : '';
  const text = fill(messages.claimAll, {count: isRunning ? round.count : count}, locale);
  return html`<div class="all">
    <p role="status" part="summary" class="muted"><bdi ${textContent(summary)}></bdi></p>
    ${count > 1 || isRunning ? renderButton('claim-all', text, press, {disabled: isBusy || isHindered}) : nothing}
  </div>`;
}
