import {css} from 'lit';

/** The button that claims a day, and its result. */
export const claimStyles = css`
  /* Room for the button in every day, so that all are as high whatever can be claimed. */
  .week .state,
  .strip .state {
    display: flex;
    flex-direction: column;
    justify-content: center;
    align-self: stretch;
    min-block-size: 3em;
  }

  .state > button {
    inline-size: 100%;
    min-block-size: 2.3em;
    padding: 0.2em;
    overflow: hidden;
    border-radius: calc(var(--_radius) / 2);
    font-size: 1.15em;
    line-height: 1.4;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Wherever the tile is pressed. */
  .state > button:enabled::after {
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
    content: '';
  }
  .state > button:focus-visible {
    outline-offset: 1px;
  }
  /* Read out; the button and the frame show it. */
  .claimable .word {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .far {
    display: grid;
    min-block-size: 2.75em;
    margin-block-start: var(--_space);
  }

  div.rule {
    margin-block-start: 0.2em;
  }
  [role='status'] > p {
    color: var(--_text);
    font-weight: 600;
  }

  @media (prefers-reduced-motion: no-preference) {
    .busy {
      animation: pulse 1s infinite alternate;
    }
    .reveal .mark {
      animation: reveal 0.2s ease-out backwards;
    }
  }
`;
