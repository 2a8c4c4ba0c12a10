import {html, nothing, type TemplateResult} from 'lit';
import type {Resource} from '../../src/model.js';
import {fill} from '../../src/text/messages.js';
import {renderButton} from './button.js';
import {renderRetry} from './notice.js';

/** The button that sends the player to what lifts the clan. */
export type ClimbButton = {text: string; press: () => void; plain?: boolean};

/** Points of as many digits as the button has room for from the start. */
const MANY_POINTS = 9_999_999;
const LAST_RANK = 10;

const rooms = new Map<string, string>();

/** A text longer than the button's is likely to be, to reserve room for it. Made once, since numbers take long to write. */
export function climbRoom(message: string, locale: string, step = ''): string {
  const key = [message, locale, step].join('\n');
  const room = rooms.get(key) ?? fill(message, {points: MANY_POINTS, rank: LAST_RANK, step}, locale);
  rooms.set(key, room);
  return room;
}

/**
 * The last region: the way to climb. Where nothing asks the server again by itself, its figures are the past's, and the
 * way to new ones takes its place. It has room for such a text while it is empty.
 */
export function renderFooter(
  room: string,
  climb: ClimbButton | undefined,
  shown: Resource<unknown> | undefined,
  retry: () => void,
): TemplateResult {
  const ended = shown?.status === 'ready' && shown.ended;
  return html`<footer class="reserved" data-room=${room}>
    ${climb ? html`<div class=${ended ? 'hidden' : ''}>${renderClimb(climb)}</div>` : nothing}${ended ? renderRetry(retry) : nothing}
  </footer>`;
}

function renderClimb({text, press, plain}: ClimbButton): TemplateResult {
  return html`<slot name="climb">${renderButton('climb', text, press, {plain})}</slot>`;
}
