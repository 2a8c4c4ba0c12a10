import {css} from 'lit';

/* A vertical track: it reads the same at 240 px and at full width, in both directions. */
export const styles = css`
  /* Bases of their own, not their texts', so that a text that comes later sends nothing to another line. */
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

  .place {
    min-block-size: 5.2em;
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
    transform: scaleY(var(--share));
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
  /* Beside its picture, however long a word it is. */
  .reward > bdi {
    flex: 1 1 4em;
    max-inline-size: max-content;
  }

  /* As narrow as leaves the step its shape when a claim fails. */
  .state {
    max-inline-size: 7em;
    margin-inline-start: auto;
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
