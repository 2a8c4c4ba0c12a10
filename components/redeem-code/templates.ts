/* The regions of a code field, one template each. */
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {CodeReward, CodeUnit, VerifiedCode} from '../../src/codes/contents.js';
import {fill, messages} from '../../src/text/messages.js';
import {cleanName} from '../../src/text/names.js';
import {textContent} from '../../src/ui/text-content.js';
import {renderButton} from '../shared/button.js';
import {rewardsText} from '../shared/received.js';
import {renderRewards} from '../shared/rewards.js';
import type {CodeFlow} from './code-flow.js';
import type {CodeAction, CodeState} from './code-state.js';
import {appliedText, buttonText, discountText, kindText} from './view.js';

/** What the regions need to know in addition to the code. */
export type CodeOptions = {
  readonly locale: string;
  readonly flow: CodeFlow;
  /** Whether there is a session, and the device is not offline. */
  readonly isUsable: boolean;
  /** Whether the button that cannot be undone has been on screen long enough. */
  readonly isLive: boolean;
  readonly playerName: string | undefined;
  /** Why nothing came of the last thing that the player did, or nothing can now. */
  readonly problem: string;
};

/** A long code fits a line of a wide column; the browser scrolls a longer one. */
export function renderField(options: CodeOptions): TemplateResult {
  const {flow, isUsable, problem} = options;
  const {kind} = flow.state;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (kind === 'typing') void flow.check();
  };
  return html`<form novalidate @submit=${submit}>
    <label for="field"><bdi ${textContent(messages.codeLabel)}></bdi></label>
    <input
      id="field"
      part="field"
      class="field"
      type="text"
      name="code"
      translate="no"
      dir="auto"
      autocomplete="off"
      autocapitalize="off"
      autocorrect="off"
      spellcheck="false"
      inputmode="text"
      enterkeyhint="go"
      aria-describedby="error note"
      aria-invalid=${problem && flow.problem ? 'true' : nothing}
      .value=${live(flow.text)}
      ?disabled=${!isUsable}
      ?readonly=${flow.isSending}
      @input=${(event: Event) => flow.type((event.target as HTMLInputElement).value)}
      @paste=${(event: ClipboardEvent) => paste(event, flow)}
    />
    ${kind === 'typing' || kind === 'checking' ? renderCheck(options) : nothing} ${renderNews(options)}
    ${renderUngroup(flow)}
  </form>`;
}

/** What is new of the code; the region is there before it says something. */
function renderNews(options: CodeOptions): TemplateResult {
  const {problem, flow} = options;
  const note = noteText(flow);
  return html`<div class="news" role="status">
    <p part=${problem ? 'error' : nothing} id="error" class="error"><bdi ${textContent(problem)}></bdi></p>
    <span class="visually-hidden"><bdi ${textContent(titleText(options))}></bdi></span>
    <p part=${note ? 'note' : nothing} id="note" class="muted"><bdi ${textContent(note)}></bdi></p>
  </div>`;
}

/** A paste over the whole field is read as a code: line ends, which a field would drop, separate several of them. */
function paste(event: ClipboardEvent, flow: CodeFlow): void {
  const field = event.target as HTMLInputElement;
  const isWhole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  const text = event.clipboardData?.getData('text/plain');
  if (!isWhole || !text || flow.isSending) return;
  event.preventDefault();
  flow.paste(text);
}

function noteText({state, others}: CodeFlow): string {
  if (state.kind === 'checking') return messages.codeChecking;
  if (state.kind === 'sending' || state.kind === 'removing') return messages.codeSending;
  return others > 0 ? messages.codeOthers : '';
}

/** It keeps the focus while it waits, so it says by words and not by the attribute that it is busy. */
function renderCheck({flow, isUsable}: CodeOptions): TemplateResult {
  const isBusy = flow.state.kind === 'checking';
  return html`<button
    type="submit"
    part="submit check"
    class=${isBusy ? 'busy' : ''}
    aria-disabled=${isBusy ? 'true' : nothing}
    ?disabled=${!isUsable}
  >
    <bdi ${textContent(messages.codeCheck)}></bdi>
  </button>`;
}

function renderUngroup(flow: CodeFlow): TemplateResult | typeof nothing {
  const {problem} = flow;
  if (!problem || !('input' in problem) || problem.input.status !== 'grouped') return nothing;
  const {code} = problem.input;
  return renderButton('ungroup', fill(messages.codeUngroup, {code}), () => flow.ungroup(code), {plain: true});
}

/** What the code is or has come to; read aloud from a region that is there before. */
function titleText({flow, locale}: CodeOptions): string {
  const {state} = flow;
  if (state.kind === 'applied' || state.kind === 'removing') return appliedText(state, locale);
  const isSeen = state.kind === 'checked' || state.kind === 'sending';
  return isSeen ? kindText(state.verified, flow.actionFor(state.verified)) : '';
}

/** What the code is and gives, and the button with which the player agrees. */
export function renderCode(state: CodeState, options: CodeOptions): TemplateResult | typeof nothing {
  if (state.kind === 'typing' || state.kind === 'checking') return nothing;
  const isApplied = state.kind === 'applied' || state.kind === 'removing';
  const {verified} = state;
  const title = titleText(options);
  const discount = discountText(verified, options.locale);
  return html`<div part="preview" class="preview" role="group" aria-labelledby="kind" tabindex="-1">
    <p id="kind" class="kind"><bdi ${textContent(title)}></bdi></p>
    ${discount ? html`<p part="discount" class="discount"><bdi ${textContent(discount)}></bdi></p>` : nothing}
    ${verified.rewards.length ? renderRewards(verified.rewards, options.locale) : nothing}
    ${renderContents(verified, options.locale)}
    ${isApplied ? renderRemove(state.kind === 'removing', options) : renderCommit(verified, options)}
  </div>`;
}

/** What is in a bundle, where the server says it. */
function renderContents({rewards}: VerifiedCode, locale: string): TemplateResult | typeof nothing {
  const content = rewards.flatMap(reward => reward.content ?? []);
  if (!content.length) return nothing;
  const text = fill(messages.contents, {rewards: rewardsText(content, locale)});
  return html`<p part="contents" class="muted"><bdi ${textContent(text)}></bdi></p>`;
}

function renderCommit(verified: VerifiedCode, options: CodeOptions): TemplateResult | typeof nothing {
  const {flow, isUsable, isLive} = options;
  const action = flow.actionFor(verified);
  if (!action) return nothing;
  const open = verified.rewards.filter(({units = []}) => units.length > 1);
  const isChosen = open.every(({sku}) => flow.choices[sku] !== undefined);
  const isSending = flow.state.kind === 'sending';
  const aside = isChosen ? renderAside(action, options) : html`<bdi ${textContent(messages.codeChoose)}></bdi>`;
  return html`${open.map(reward => renderChoice(reward, flow))}
    <p part="account" id="aside" class="muted">${aside}</p>
    <button
      type="button"
      part="submit commit"
      dir="auto"
      class=${isSending ? 'busy' : ''}
      aria-describedby="aside"
      ?disabled=${!isUsable || !isLive || !isChosen || isSending}
      @click=${() => void flow.commit()}
    >
      <bdi ${textContent(buttonText(action, verified.kind))}></bdi>
    </button>`;
}

/** The account that gets it; a discount is for the one who pays. */
function renderAside(action: CodeAction, {playerName = ''}: CodeOptions): TemplateResult {
  if (action !== 'redeem') return html`<bdi ${textContent(messages.codeUnspent)}></bdi>`;
  const name = cleanName(playerName);
  if (!name) return html`<bdi ${textContent(messages.codeFinal)}></bdi>`;
  return html`<bdi ${textContent(messages.codeFor)}></bdi> <bdi class="name" translate="no" ${textContent(name)}></bdi>.
    <bdi ${textContent(messages.codeFinal)}></bdi>`;
}

function renderRemove(isRemoving: boolean, {flow, isUsable}: CodeOptions): TemplateResult {
  return html`<p class="muted"><bdi ${textContent(messages.codeUnspent)}></bdi></p>
    ${renderButton('remove', messages.codeRemove, () => void flow.remove(), {
      plain: true,
      disabled: isRemoving || !isUsable,
    })}`;
}

/** One member of an item that comes in several, such as a game for one platform. */
function renderChoice({sku, name, units = []}: CodeReward, flow: CodeFlow): TemplateResult {
  const legend = fill(messages.codeChooseOf, {item: name || messages.unknownItem});
  return html`<fieldset part="choice" class="choice" ?disabled=${flow.isSending}>
    <legend><bdi ${textContent(legend)}></bdi></legend>
    ${units.map(unit => renderUnit(unit, sku, flow))}
  </fieldset>`;
}

function renderUnit(unit: CodeUnit, sku: string, flow: CodeFlow): TemplateResult {
  const isChosen = flow.choices[sku] === unit.sku;
  return html`<label part="option${isChosen ? ' option-chosen' : ''}" class="tile ${isChosen ? 'chosen' : ''}">
    <input type="radio" name=${`unit ${sku}`} .checked=${live(isChosen)} @change=${() => flow.choose(sku, unit.sku)} />
    <span>
      ${
        unit.platform
          ? html`<bdi class="platform" translate="no" ${textContent(unit.platform)}></bdi>
              <bdi class="muted" translate="no" ${textContent(unit.name)}></bdi>`
          : html`<bdi class="platform" translate="no" ${textContent(unit.name)}></bdi>`
      }
    </span>
  </label>`;
}
