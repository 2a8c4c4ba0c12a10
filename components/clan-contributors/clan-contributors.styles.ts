import {css} from 'lit';

/* Rows and skeleton rows share one layout, so that nothing moves when the one takes the other's place. */
export const styles = css`
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
    color: var(--liveops-on-medal, #241b05);
  }
  .medal-1 {
    background: var(--liveops-first, #f2c230);
  }
  .medal-2 {
    background: var(--liveops-second, #b4bdcc);
  }
  .medal-3 {
    background: var(--liveops-third, #e0a573);
  }

  .name {
    min-inline-size: 0;
  }
  /* A block of its own direction, so that a long name is cut at its end in every script. */
  .name > bdi {
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

  @media (forced-colors: active) {
    .own {
      border: 2px solid Highlight;
    }
    .bar {
      display: none;
    }
  }
`;
