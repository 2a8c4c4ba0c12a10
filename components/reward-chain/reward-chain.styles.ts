import {css} from 'lit';

/* A vertical track: it reads the same at 240 px and at full width, in both directions. */
export const styles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0.2em var(--_space);
  }

  .place {
    min-block-size: 5.2em;
  }

  .points {
    min-block-size: 1.4em;
    font-size: 1.2em;
    font-weight: 700;
  }

  .step {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em;
    margin-block-end: 0.3em;
    padding: 0.6em;
    padding-inline-start: 1.9em;
    border-radius: var(--_radius);
    background: var(--_row);
  }

  .what {
    display: flex;
    flex: 1 1 7em;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 1em;
    min-inline-size: 0;
  }

  /* The way to the step, filled as far as the points reach. */
  .rail {
    position: absolute;
    inset-block: 0.6em;
    inset-inline-start: 0.7em;
    inline-size: 0.45em;
    overflow: hidden;
    border-radius: 1em;
    background: var(--_border);
  }
  .rail::before {
    position: absolute;
    inset: 0;
    background: var(--_accent);
    transform: scaleY(var(--share, 0));
    transform-origin: top;
    content: '';
  }

  .goal {
    display: flex;
    flex-direction: column;
    min-inline-size: 4.5em;
  }
  .threshold {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .rewards {
    flex: 1 1 9em;
    min-inline-size: 0;
  }

  .state {
    margin-inline-start: auto;
    font-size: 0.9em;
  }

  .claimable {
    background: var(--_own);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  .claimed .rewards {
    opacity: 0.6;
  }

  .how {
    margin-block-end: var(--_space);
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_own);
  }

  @media (forced-colors: active) {
    .step {
      border: 1px solid;
    }
    .claimable {
      border: 2px solid Highlight;
    }
  }
`;
