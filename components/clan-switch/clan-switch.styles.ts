import {css} from 'lit';

export const styles = css`
  section,
  .announcement {
    display: grid;
    gap: var(--_space);
  }

  /* That something is under way, where the motion is not wanted, too. A border, since forced colours leave no background. */
  [aria-busy='true']::after {
    border-top: 0.45em solid var(--_accent);
    border-radius: 1em;
    content: '';
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .rewards {
    display: grid;
    grid-auto-rows: 1fr;
    grid-template-columns: repeat(auto-fit, minmax(6em, 1fr));
  }

  /* Forced colours show the border that is clear here. */
  .reward {
    flex-direction: column;
    padding: 0.5em 0.1em;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_row);
    text-align: center;
  }
  .art {
    font-size: 1.75em;
  }
  /* A million in one line of a tile, also in a wide font. */
  .count {
    font-size: 0.8em;
  }

  /* What nobody can be sure of is not framed as the player's. */
  .answer,
  .recovered {
    border-color: var(--_accent);
    background: var(--_own);
  }
`;
