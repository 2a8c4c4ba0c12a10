import {css} from 'lit';

/* Rows and the places held for them share one layout, so that nothing moves when the one takes the other's place. */
export const styles = css`
  /* Behind the row's text; the row contains it, so it stays above the row's ground. */
  .bar {
    position: absolute;
    z-index: -1;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: calc(var(--share) * 100%);
    background: var(--_bar);
  }

  .rank {
    inline-size: 1.9em;
    border-radius: 1em;
    color: var(--_muted);
    font-weight: 700;
    line-height: 1.9;
    text-align: center;
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

  /* All that is left beside the rank in a row too narrow for one line, so that the points go to the second. */
  .name {
    flex: 1 1 3em;
    display: flex;
    min-inline-size: clamp(0px, (10em - 100%) * 99, 100% - 2.4em);
  }
  /* A block of its own direction, so that a long name is cut at its end in every script. */
  .name > bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .own-mark {
    padding: 0.1em 0.5em;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.75em;
    font-weight: 700;
  }

  .amount {
    margin-inline-start: auto;
    font-weight: 700;
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
`;
