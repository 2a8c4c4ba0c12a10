import {HINT, type HintEvent} from '../../src/ui/hints.js';
import {FeedbackEvent} from './events.js';

/** Dispatches hints for sound and vibration on a session's element: for presses in its widgets, moves of the focus, and results. */
export function hintFeedback(session: HTMLElement): void {
  session.addEventListener(HINT, event => session.dispatchEvent(new FeedbackEvent((event as HintEvent).kind)));
  session.addEventListener('click', event => {
    const pressed = insideWidget(event).find(node => node.matches('button, summary, input[type="radio"]'));
    if (!pressed || pressed.getAttribute('aria-disabled') === 'true') return;
    session.dispatchEvent(new FeedbackEvent(pressed.matches('button') ? 'impact' : 'selection'));
  });
}

/** The nodes of the event's path up to the widget, the innermost first; none outside a widget. */
function insideWidget(event: Event): readonly HTMLElement[] {
  const path = event.composedPath().filter((node): node is HTMLElement => node instanceof HTMLElement);
  const widget = path.findIndex(({localName, shadowRoot}) => localName.startsWith('liveops-') && shadowRoot);
  return path[widget]?.localName === 'liveops-session' ? [] : path.slice(0, Math.max(0, widget));
}
