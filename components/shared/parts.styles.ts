import {css} from 'lit';

/** What two or more elements draw: heading, button, notice instead of rows, empty places, rewards. */
export const parts = css`
  * {
    box-sizing: border-box;
    min-inline-size: 0;
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

  h2 {
    font-size: 1.2em;
    line-height: 1.3;
    outline: none;
  }

  /*
   * Room for a text that comes later, so that nothing moves then: of one line, or of as many as it takes in a column that
   * is narrow for the size of its letters. A query for that is newer than the browsers we serve, so a steep slope tells
   * narrow from wide, and as padding, which alone can be measured against the width.
   */
  .held {
    display: grid;
  }
  .held > *,
  .held::before {
    grid-area: 1 / 1;
  }
  .held::before {
    padding-block-end: var(--_room);
    content: '';
  }

  .line {
    --_room: clamp(1.4em, (12.5em - 100%) * 99, 2.8em);
  }

  .noun {
    font-weight: 600;
    text-transform: uppercase;
  }

  .muted {
    color: var(--_muted);
    font-size: 0.875em;
  }

  button {
    min-block-size: 2.75em;
    padding: 0.5em 0.7em;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  .plain {
    background: var(--_row);
    color: inherit;
  }

  button:disabled {
    opacity: 0.5;
    cursor: default;
  }

  :focus-visible {
    outline: 3px solid var(--liveops-focus, var(--_accent));
    outline-offset: 2px;
  }

  .said {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .notice {
    place-self: center;
    text-align: center;
  }
  .notice > button {
    margin-block-start: var(--_space);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5em;
    min-block-size: 2.75em;
    margin-block-end: 0.3em;
    padding: 0.25em 0.5em;
    border-radius: var(--_radius);
    background: var(--_row);
    contain: content;
  }

  [part='places'] {
    opacity: 0.5;
  }
  .place::before {
    inline-size: 40%;
    block-size: 0.7em;
    margin: 0.6em;
    border-radius: 1em;
    content: '';
  }
  [part='skeleton'] .place::before {
    background: var(--_bar);
  }
  /* The second line of a row, where rows have two. */
  .place::after {
    min-inline-size: clamp(0px, (10em - 100%) * 99, 100%);
    content: '\\a0';
  }

  footer {
    --_room: clamp(2.75em, 14.4em - 100%, 5.2em);

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

  /* A height of its own before it is loaded, so that nothing moves then. */
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
  .gone,
  img[hidden] {
    visibility: hidden;
  }

  @media (prefers-reduced-motion: no-preference) {
    [aria-busy='true'] .place::before,
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
`;
