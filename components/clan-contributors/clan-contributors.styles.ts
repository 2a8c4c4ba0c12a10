import {css} from 'lit';

/* Rows and skeleton rows share one layout, so that nothing moves when the one takes the other's place. */
export const styles = css`
  header {
    margin-block-end: var(--_space);
  }

  h2 {
    margin: 0;
    font-size: 1.2em;
    line-height: 1.3;
  }

  .noun {
    min-block-size: 1.5em;
    margin: 0;
    color: var(--_muted);
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1.5;
    text-transform: uppercase;
  }

  .stage {
    display: grid;
  }

  .rows,
  .notice {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }

  ol {
    margin: 0;
    padding: 0;
    list-style: none;
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

  /* Behind the row's text; the row contains it, so it stays above the row's ground. */
  .bar {
    position: absolute;
    z-index: -1;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: calc(var(--share, 0) * 100%);
    background: var(--_bar);
  }

  .who,
  .player {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5em;
    min-inline-size: 0;
  }
  .player {
    flex-basis: 3em;
  }

  .rank {
    flex: none;
    min-inline-size: 1.9em;
    padding-inline: 0.3em;
    border-radius: 1em;
    color: var(--_muted);
    font-weight: 700;
    line-height: 1.9;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }

  .medal {
    color: var(--_on-medal);
  }
  .medal-1 {
    background: var(--_first);
  }
  .medal-2 {
    background: var(--_second);
  }
  .medal-3 {
    background: var(--_third);
  }

  .name {
    min-inline-size: 0;
  }
  /* A block of its own direction, so that a long name is cut at its end in every script. */
  bdi[dir] {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .own-mark {
    flex: none;
    padding: 0.1em 0.55em;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.75em;
    font-weight: 700;
  }

  .amount {
    min-inline-size: 0;
    margin-inline-start: auto;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .own {
    background: var(--_own);
    font-weight: 600;
  }
  /* Over the bar, which would cover a border of the row's own. */
  .own::after {
    position: absolute;
    inset: 0;
    border: 2px solid var(--_accent);
    border-radius: inherit;
    content: '';
  }
  .own > .bar {
    background: var(--_own-bar);
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

  .notice {
    z-index: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    padding: var(--_space);
    text-align: center;
  }
  .notice p {
    margin: 0;
  }
  .behind {
    opacity: 0.35;
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

  .age {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .climb {
    margin-inline-start: auto;
  }

  @media (prefers-reduced-motion: no-preference) {
    .loading .place::after {
      animation: pulse 1.2s ease-in-out infinite alternate;
    }
    @keyframes pulse {
      to {
        opacity: 0.35;
      }
    }
  }

  @media (forced-colors: active) {
    .row {
      border: 1px solid CanvasText;
    }
    .own {
      border: 2px solid Highlight;
    }
    .bar {
      display: none;
    }
  }
`;
