import {css} from 'lit';

/** Radio buttons as tiles. */
export const choiceStyles = css`
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.4em;
    padding: 0;
    font-weight: 600;
  }

  .tile {
    display: flex;
    flex: 1 1 11em;
    align-items: center;
    gap: min(0.6em, 4%);
    max-inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em min(0.7em, 4%);
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }
  .tile input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .tile > span {
    display: grid;
    justify-items: start;
  }
  .platform {
    font-weight: 600;
  }
  .chosen {
    border-color: var(--_accent);
    background: var(--_own);
  }

  @media (forced-colors: active) {
    .chosen {
      border-color: Highlight;
    }
  }
`;
