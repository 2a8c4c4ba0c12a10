import {FeedbackEvent, type FeedbackKind} from './events.js';

/** What happens in the elements, and how it feels. */
const KINDS: Readonly<Record<string, FeedbackKind>> = {
  'liveops-reveal': 'reveal',
  'liveops-rewards-received': 'success',
  'liveops-step-claimed': 'success',
  'liveops-day-claimed': 'success',
  'liveops-offer-claimed': 'success',
  'liveops-code-redeemed': 'success',
  'liveops-promo-code-applied': 'success',
  'liveops-rewards-acknowledged': 'selection',
  'liveops-clan-switch-failed': 'error',
  'liveops-step-claim-failed': 'error',
  'liveops-day-claim-failed': 'error',
  'liveops-offer-claim-failed': 'error',
  'liveops-code-failed': 'error',
};

/** Dispatches hints for sound and vibration on a session's element: for presses in its widgets, moves of the focus, and results. */
export function hintFeedback(session: HTMLElement): void {
  const hint = (kind: FeedbackKind): void => void session.dispatchEvent(new FeedbackEvent(kind));
  for (const [type, kind] of Object.entries(KINDS)) session.addEventListener(type, () => hint(kind));
  session.addEventListener('click', event => {
    const pressed = insideWidget(event).find(node => node.matches('button, summary, input[type="radio"]'));
    if (!pressed || pressed.getAttribute('aria-disabled') === 'true') return;
    hint(pressed.matches('button') ? 'impact' : 'selection');
  });
  session.addEventListener('focusin', event => {
    const [focused] = insideWidget(event);
    // Only while the player moves by directions, and not for a heading that has the focus for a button.
    if (focused?.closest('.directional') && focused.tabIndex >= 0) hint('selection');
  });
}

/** The nodes of the event's path up to the widget, the innermost first; none outside a widget. */
function insideWidget(event: Event): readonly HTMLElement[] {
  const path = event.composedPath().filter((node): node is HTMLElement => node instanceof HTMLElement);
  const widget = path.findIndex(({localName, shadowRoot}) => localName.startsWith('liveops-') && shadowRoot);
  return path[widget]?.localName === 'liveops-session' ? [] : path.slice(0, Math.max(0, widget));
}
