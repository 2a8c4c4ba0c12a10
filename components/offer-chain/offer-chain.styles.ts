import {css} from 'lit';

/* A ladder: one step below the other, with a line from each to the next. */
export const styles = css`
  /* Fixed bases instead of the texts' widths, so that a text that arrives later moves nothing to another line. */
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.2em var(--_space);
  }
  header > :first-child {
    flex: 1 1 12em;
  }
  header > :last-child {
    min-inline-size: min(8em, 100%);
  }
  header p {
    min-block-size: 1.4em;
  }

  /*
   * About as high as a step in such a column: in a narrow one its state is below its rewards, in a narrower one its number
   * is above them. Steep slopes distinguish the columns, since a query for that is newer than the browsers we serve.
   */
  .placeholder {
    --_below: calc(clamp(0em, (17em - 100%) * 99, 2.4em) + clamp(0em, (11em - 100%) * 99, 7em));

    box-sizing: content-box;
    min-block-size: 5.1em;
    margin-block-end: 0.5em;
    padding-block: calc(var(--_below) / 2);
  }
  .placeholder:last-child {
    margin-block-end: 0;
  }

  /* Forced colours show the border that is clear here. */
  .step {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    min-block-size: 4.2em;
    margin-block-end: 0.5em;
    padding-block: clamp(0.6em, (11em - 100%) * 99, 2.9em) 0.6em;
    padding-inline: clamp(0.6em, (100% - 11em) * 99, 2.9em) 0.6em;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_row);
  }
  .step:last-child {
    margin-block-end: 0;
  }

  .badge {
    position: absolute;
    inset-block-start: 0.9em;
    inset-inline-start: 0.6em;
    display: grid;
    place-content: center;
    inline-size: 1.9em;
    block-size: 1.9em;
    border: 2px solid var(--_own-bar);
    border-radius: 1em;
    background: var(--_surface);
    font-size: 0.85em;
    font-weight: 700;
    line-height: 1;
  }
  /* From one number to the next, whatever is between them; in a narrow column the number is above all else. */
  .ladder .step:not(:last-child)::before {
    position: absolute;
    inset-block: 2.5em -1.5em;
    inset-inline-start: 1.3em;
    inline-size: clamp(0px, (100% - 11em) * 99, 2px);
    background: var(--_own-bar);
    content: '';
  }

  .what {
    display: grid;
    flex: 1 1 9em;
    gap: 0.3em;
    justify-items: start;
    min-inline-size: clamp(0px, (13em - 100%) * 99, 100%);
  }
  .reward > bdi {
    flex: 1 1 5em;
    max-inline-size: max-content;
    font-weight: 600;
  }
  .points {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
  }
  .pill {
    display: inline-block;
    padding-inline: 0.6em;
    border: 1px solid var(--_own-bar);
    border-radius: 1em;
    font-size: 0.8em;
    font-weight: 600;
  }

  .state {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
    justify-content: end;
    max-inline-size: 100%;
    margin-inline-start: auto;
    text-align: end;
  }
  .price {
    font-weight: 700;
  }
  .state > button {
    min-inline-size: min(6em, 100%);
    max-inline-size: 100%;
  }
  button .price {
    font-size: 1.1em;
  }

  /* A padlock of borders, which forced colours keep. */
  .lock {
    position: relative;
    flex: none;
    inline-size: 0.8em;
    block-size: 0.6em;
    margin-block-start: 0.3em;
    border-block: 0.3em solid;
    border-radius: 0.12em;
    color: var(--_muted);
  }
  .lock::before {
    position: absolute;
    inset-block-start: -0.75em;
    inset-inline: 0.12em;
    block-size: 0.5em;
    border: 0.13em solid;
    border-block-end: 0;
    border-radius: 0.5em 0.5em 0 0;
    content: '';
  }

  .next {
    border-color: var(--_accent);
    background: var(--_own);
  }
  .next .badge {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .done .badge {
    background: var(--_own-bar);
  }
  .done .art {
    opacity: 0.5;
  }
  /* Words of less weight and not less ink, which would be too pale to read. */
  .done .reward > bdi,
  .done .word,
  .locked .price {
    color: var(--_muted);
    font-weight: 400;
  }

  /* Without a text it takes no line. */
  .note {
    flex: 0 0 100%;
    margin-block-start: -0.5em;
  }
  .note.speaks {
    margin-block-start: 0;
  }
  .wait {
    font-weight: 600;
  }
  .next .muted {
    color: inherit;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  .finished {
    margin-block-start: var(--_space);
    font-weight: 600;
    text-align: center;
  }

  @media (prefers-reduced-motion: no-preference) {
    .busy {
      animation: pulse 1s infinite alternate;
    }
  }

  @media (forced-colors: active) {
    /* Without its colour the line would only cut through the borders. */
    .ladder .step::before {
      visibility: hidden;
    }
    .step {
      border-color: CanvasText;
    }
    .next {
      border: 3px solid Highlight;
    }
  }
`;
