import {css} from 'lit';

const dark = css`
  color-scheme: dark;
  --_text: var(--liveops-text, #eef1f8);
  --_muted: var(--liveops-text-muted, #a5aec2);
  --_surface: var(--liveops-surface, #141924);
  --_row: var(--liveops-row, #1d2433);
  --_border: var(--liveops-border, #2b3447);
  --_accent: var(--liveops-accent, #97a4ff);
  --_on-accent: var(--liveops-on-accent, #0f1330);
  --_own: var(--liveops-own, #262d55);
  --_bar: var(--liveops-bar, #29334a);
  --_own-bar: var(--liveops-own-bar, #3a4587);
`;

/*
 * Every rule that texts inherit is set here, or a page's rule for its own texts would reach in: hide a text, push it out
 * of its line, or change a player's name.
 */
const texts = css`
  font: var(--liveops-font, 400 var(--_size)/1.4 system-ui, sans-serif);
  font-variant-numeric: tabular-nums;
  letter-spacing: normal;
  word-spacing: normal;
  text-align: start;
  text-align-last: auto;
  text-indent: 0;
  -webkit-text-emphasis: none;
  text-emphasis: none;
  text-shadow: none;
  text-transform: none;
  writing-mode: horizontal-tb;
  white-space: normal;
  word-break: normal;
  overflow-wrap: anywhere;
  line-break: auto;
  -webkit-hyphens: manual;
  hyphens: manual;
  text-wrap: balance;
  -webkit-text-fill-color: currentColor;
  -webkit-text-stroke: 0;
  -webkit-text-security: none;
`;

/**
 * The look that all elements share. A page sets the public `--liveops-*` properties anywhere above; each falls back to
 * a value for light or dark, by the system's preference or by `theme="light"` or `theme="dark"` on the element.
 */
export const theme = css`
  :host {
    --_text: var(--liveops-text, #171b26);
    --_muted: var(--liveops-text-muted, #555d70);
    --_surface: var(--liveops-surface, #ffffff);
    --_row: var(--liveops-row, #f2f4f9);
    --_border: var(--liveops-border, #dce0ea);
    --_accent: var(--liveops-accent, #3f4fd8);
    --_on-accent: var(--liveops-on-accent, #ffffff);
    --_own: var(--liveops-own, #e6e9ff);
    --_bar: var(--liveops-bar, #dfe4f2);
    --_own-bar: var(--liveops-own-bar, #cdd3fb);
    --_radius: var(--liveops-radius, 0.75em);
    --_space: var(--liveops-space, 0.75em);
    /* The size of the text around, unless that hides texts, as a page's "font-size: 0" against gaps between boxes. */
    --_size: max(1em, min(16px, (4px - 1em) * 999));

    color-scheme: light;
    display: block;
    box-sizing: border-box;
    min-inline-size: 0;
    padding: calc(var(--_space) * 1.25) min(var(--_space) * 1.25, 5%);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: var(--_text);
    ${texts}
  }

  /* Also where the page's own font takes its size from the text around. */
  section {
    font-size: var(--_size);
  }

  :host([hidden]) {
    display: none;
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
    }
  }

  :host([theme='dark']) {
    ${dark}
  }
`;
