import {css} from 'lit';

/** Steps in one row that scrolls. */
export const trackStyles = css`
  .track > * {
    display: flex;
    gap: 0.5em;
    padding: 0.3em;
    overflow-x: auto;
  }
  .track .step,
  .track .placeholder {
    flex: 0 0 min(13em, 85%);
    margin: 0;
  }
  .track .placeholder {
    min-block-size: 9em;
  }
  .track .step {
    flex-flow: column;
    align-items: stretch;
    padding-block-start: 3em;
    padding-inline: min(0.6em, 4%);
  }
  .track .badge {
    inset-block-start: 0.6em;
  }
  /* The line runs behind the numbers. */
  .track .step::before {
    position: absolute;
    inset-block-start: 1.35em;
    inset-inline: 2.4em -0.4em;
    border-block-start: 2px solid var(--_own-bar);
    content: '';
  }
  .track .step:last-child::before {
    display: none;
  }
  .track .what {
    flex: 1 0 auto;
    align-content: start;
    min-inline-size: 0;
  }
  .track .reward {
    flex-flow: column;
    align-items: start;
    gap: 0.2em;
  }
  .track .reward > bdi {
    flex: none;
  }
  .track .art {
    inline-size: 3em;
    block-size: 3em;
  }
  .track .state {
    min-block-size: 2.75em;
    margin-inline-start: 0;
    justify-content: start;
  }
  .track .state > button,
  .track .ways > button {
    flex: 1 1 100%;
    /* Less at the sides in a narrow step with large text, so that a price stays in one line. */
    padding-inline: min(0.7em, 4%);
  }
  .track .note {
    flex: none;
  }
`;
