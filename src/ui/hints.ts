/**
 * How something feels: a press of a button (`impact`), a choice, or a move of the focus by a controller or keys (`selection`), a
 * reward that appears (`reveal`), something that worked (`success`) or did not (`error`).
 */
export type FeedbackKind = 'impact' | 'selection' | 'reveal' | 'success' | 'error';

/** What happens in the elements, and how it feels. */
const KINDS: Readonly<Record<string, FeedbackKind>> = {
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

/** From what happens in an element to the session's element, which needs one listener for all of it. */
export const HINT = 'liveops-hint';

export class HintEvent extends Event {
  readonly kind: FeedbackKind;

  constructor(kind: FeedbackKind) {
    super(HINT, {bubbles: true, composed: true});
    this.kind = kind;
  }
}

/** The hint that goes with an event of an element, if any. */
export function hintOf({type}: Event): HintEvent | undefined {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  return kind && new HintEvent(kind);
}
