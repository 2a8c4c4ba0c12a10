/*
 * Shows an element as with the system setting for reduced motion. A page cannot set that preference, so we change the
 * media rules that query it.
 */
const ANSWERS = [
  [/prefers-reduced-motion:\s*no-preference/, 'not all'],
  [/prefers-reduced-motion/, 'all'],
];

function answer(rules) {
  for (const rule of rules) {
    const [, media] = ANSWERS.find(([question]) => question.test(rule.media?.mediaText)) ?? [];
    if (media) rule.media.mediaText = media;
    if (rule.cssRules) answer(rule.cssRules);
  }
}

export function reduceMotion(element) {
  for (const sheet of element.shadowRoot?.adoptedStyleSheets ?? []) answer(sheet.cssRules);
}
