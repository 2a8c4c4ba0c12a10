import {css} from 'lit';

/** The buttons of an offer, and what it says below them. */
export const buyStyles = css`
  .pay {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
    max-inline-size: 100%;
  }
  .list .pay {
    justify-content: end;
    margin-inline-start: auto;
  }
  .pay > button {
    flex: 1 1 6em;
    max-inline-size: 100%;
  }
  /* Less at the sides in a narrow card with large text, so that a price stays in one line. */
  .grid .pay > button,
  .strip .pay > button {
    padding-inline: min(0.7em, 4%);
  }
  .list .pay > button {
    flex: none;
    min-inline-size: min(6em, 100%);
  }
  .price {
    font-size: 1.1em;
    font-weight: 700;
  }
  .old {
    color: var(--_muted);
  }

  /* Without a text it takes no line. */
  .note {
    flex: none;
    margin-block-start: -0.6em;
  }
  .list .note {
    flex: 0 0 100%;
  }
  .note.speaks {
    margin-block-start: 0;
  }
  .wait {
    font-weight: 600;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  .ways > button {
    flex: 1 1 auto;
    max-inline-size: 100%;
  }
  .dismiss {
    display: flex;
    justify-content: end;
    margin-block-start: 0.5em;
  }
`;
