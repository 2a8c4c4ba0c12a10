import {css} from 'lit';
import {motion} from './motion.styles.js';

/** What two or more elements draw: heading, button, notice instead of rows, empty places, rewards. */
export const parts = css`
  * {
    box-sizing: border-box;
    min-inline-size: 0;
  }

  /* A page's reset of every element's texts meets the host, and would push ours out of it. */
  section {
    text-indent: 0;
    white-space: normal;
  }

  h2,
  p,
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  header {
    margin-block-end: var(--_space);
  }

  /* A long word in large text is wider than a narrow column: with a hyphen, where the engine knows the language. */
  h2 {
    font-size: 1.2em;
    line-height: 1.3;
    -webkit-hyphens: auto;
    hyphens: auto;
    hyphenate-limit-chars: 10 4 4;
    outline: none;
  }

  /*
   * Room for a text that comes later, so that nothing moves then: a text of its length lies there unseen, and takes as
   * many lines as that one will, in whatever font and language.
   */
  .reserved {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .reserved > *,
  .reserved::before {
    grid-area: 1 / 1;
  }
  .reserved::before {
    visibility: hidden;
    content: attr(data-room);
  }

  .noun {
    font-weight: 600;
    text-transform: uppercase;
  }

  .muted {
    color: var(--_muted);
    font-size: 0.875em;
  }

  /* Less at the sides where text is large for a small screen, so that a short word stays in one line. */
  button,
  footer::before {
    min-block-size: 2.75em;
    padding: 0.5em min(0.7em, 4vw);
    font: inherit;
    font-weight: 600;
  }

  button {
    border: 0;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    cursor: pointer;
  }

  .plain {
    background: var(--_row);
    color: inherit;
  }

  button:disabled {
    opacity: 0.55;
    cursor: default;
  }

  /* A focus that a controller has moved is no "visible" one for an engine that has seen a mouse before. */
  .directional :focus,
  :focus-visible {
    outline: 3px solid var(--liveops-focus, var(--_accent));
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .all {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0.2em var(--_space);
    min-block-size: 2.75em;
    margin-block-end: var(--_space);
  }

  .notice {
    place-self: center;
    text-align: center;
  }
  .notice > button {
    margin-block-start: var(--_space);
  }

  /* As high as two lines are, so that a text that takes a second one makes no row higher than another. */
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: center;
    gap: 0 0.5em;
    min-block-size: 3em;
    margin-block-end: 0.3em;
    padding: 0.125em 0.5em;
    border-radius: var(--_radius);
    background: var(--_row);
    contain: content;
  }

  [part='places'] {
    opacity: 0.5;
  }
  .placeholder::before {
    inline-size: 40%;
    block-size: 0.7em;
    margin: 0.6em;
    border-radius: 1em;
    content: '';
  }
  [part='skeleton'] .placeholder::before {
    background: var(--_bar);
  }
  footer {
    justify-items: end;
    align-items: center;
    margin-block-start: 0.3em;
  }

  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  /* A fixed height before it is loaded, so that nothing moves then. */
  [part='join-image'] {
    block-size: 7em;
    margin-block: 0.5em;
    object-fit: contain;
  }

  /*
   * Places behind a notice keep their room. Not display: a picture that is not drawn is never loaded, so another address
   * would stay unseen.
   */
  .notice[part] + *,
  .hidden,
  img[hidden] {
    visibility: hidden;
  }

  @media (prefers-reduced-motion: no-preference) {
    /* As one: an animation for each place takes longer than all else that a board does at its start. */
    [aria-busy='true'] [part='skeleton'],
    [aria-busy='true']::after {
      animation: pulse 1s infinite alternate;
    }
    @keyframes pulse {
      to {
        opacity: 0.35;
      }
    }
  }

  @media (forced-colors: active) {
    .row,
    .rail,
    button {
      border: 1px solid;
    }
    .step.claimable {
      border-color: Highlight;
    }
  }

  ${motion}
`;
