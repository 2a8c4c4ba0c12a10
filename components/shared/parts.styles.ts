import {css} from 'lit';

/** What two or more elements draw: heading, button, notice over rows, empty places, rewards. */
export const parts = css`
  * {
    box-sizing: border-box;
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

  /* Held while it is empty, so that nothing moves when a text comes. */
  .line {
    min-block-size: 1.4em;
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
    padding: 0.4em 1.1em;
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
    opacity: 0.55;
    cursor: default;
  }

  :focus-visible {
    outline: 3px solid var(--liveops-focus, var(--_accent));
    outline-offset: 2px;
  }

  .said {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .stage {
    display: grid;
  }

  .rows,
  .notice {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }

  .notice {
    z-index: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    text-align: center;
    pointer-events: none;
  }
  .notice > * {
    pointer-events: auto;
  }

  .behind {
    opacity: 0.35;
  }

  .row {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.75em;
    margin-block-end: 0.3em;
    padding: 0.25em 0.5em;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_row);
    contain: content;
  }

  .place {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_border);
    opacity: 0.7;
  }
  .place::after {
    flex: 1;
    max-inline-size: 40%;
    block-size: 0.6em;
    border-radius: 1em;
    background: var(--_row);
    content: '';
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
    min-block-size: 2.75em;
    margin-block-start: 0.3em;
  }

  .climb {
    margin-inline-start: auto;
  }

  @media (prefers-reduced-motion: no-preference) {
    [aria-busy='true'] .place::after {
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
    button {
      border: 1px solid;
    }
  }
`;
