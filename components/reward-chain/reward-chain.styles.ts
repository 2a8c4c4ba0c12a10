import {css} from 'lit';

/* A vertical track: it reads the same at 240 px and at full width, in both directions. */
export const styles = css`
  /* Fixed bases instead of the texts' widths, so that a text that arrives later moves nothing to another line. */
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.2em var(--_space);
  }
  header > :first-child {
    flex: 1 1 15em;
  }
  header > :last-child {
    min-inline-size: min(8em, 100%);
  }

  /*
   * About as high as a step in such a column: in a narrow one its rewards are below its goal, in a narrower one its
   * state is below both. A query for that is newer than the browsers we serve, so steep slopes distinguish the columns, as
   * padding, which alone can be measured against the width.
   */
  .placeholder {
    --_below: calc(
      clamp(0em, (22em - 100%) * 99, 2.3em) + clamp(0em, (15.4em - 100%) * 99, 2.3em) + clamp(0em, 11.5em - 100%, 6em)
    );

    box-sizing: content-box;
    min-block-size: 4.3em;
    padding-block: calc(var(--_below) / 2);
  }

  p {
    min-block-size: 1.4em;
  }
  .points {
    font-size: 1.2em;
    font-weight: 700;
  }

  /* Forced colours show the border that is clear here. */
  .step {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block-end: 0.3em;
    padding: 0.5em;
    padding-inline-start: 1.6em;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_row);
  }

  .what {
    display: flex;
    flex: 1 1 7em;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    min-inline-size: clamp(0px, (13em - 100%) * 99, 100%);
  }

  /* The way to the step, filled as far as the points reach. */
  .rail {
    position: absolute;
    inset-block: 0.6em;
    inset-inline-start: 0.7em;
    inline-size: 0.45em;
    overflow: hidden;
    border-radius: 1em;
    background: var(--_bar);
  }
  /* A border, since forced colours leave no background. */
  .rail::before {
    position: absolute;
    inset: 0;
    border-inline-start: 1em solid var(--_accent);
    transform: scaleY(var(--share, 0));
    transform-origin: top;
    content: '';
  }

  .goal {
    display: grid;
    justify-items: start;
    min-inline-size: 4.5em;
  }
  .rewards {
    flex: 1 1 9em;
  }
  /* Next to its picture, however long the word is. */
  .reward > bdi {
    flex: 1 1 4em;
    max-inline-size: max-content;
  }

  .state {
    max-inline-size: 100%;
    margin-inline-start: auto;
    text-align: end;
  }
  .state.muted {
    max-inline-size: 6em;
  }

  /* A line below all others, so that nothing moves across when a claim fails; without a text it is none. */
  .refusal {
    flex: 0 0 100%;
    margin-block-start: -0.5em;
    text-align: end;
  }

  .claimable {
    border-color: var(--_accent);
    background: var(--_own);
  }

  /* Words of less weight and not less ink, which would be too pale to read. */
  .claimed .rewards {
    color: var(--_muted);
  }

  .how {
    margin-block-end: var(--_space);
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_own);
  }
`;
