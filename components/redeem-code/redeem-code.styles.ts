import {css} from 'lit';

export const styles = css`
  section {
    display: grid;
    gap: var(--_space);
  }

  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 0.5em;
  }
  label[for] {
    flex: 0 0 100%;
    font-weight: 600;
  }
  .field {
    flex: 1 1 10em;
    min-block-size: 2.75em;
    max-inline-size: 100%;
    padding: 0.5em 0.7em;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_row);
    color: inherit;
    font: inherit;
    font-weight: 600;
    letter-spacing: 0.04em;
  }
  .field[aria-invalid] {
    border-color: var(--_accent);
  }
  .field:disabled {
    opacity: 0.55;
  }
  form > button {
    flex: 0 1 auto;
    max-inline-size: 100%;
  }
  /* Less at the sides in a column that is narrow for its text, so that a short word stays in one line. */
  form > button,
  .preview > button {
    padding-inline: min(0.7em, 4%);
  }

  /* Room for one line, so that a short answer moves nothing. */
  .news {
    flex: 0 0 100%;
    min-block-size: 1.4em;
  }
  .error {
    font-weight: 600;
  }

  .preview,
  .receipt {
    display: grid;
    gap: 0.6em;
    justify-items: start;
    /* Less in a column that is narrow for its text, where words need the room. */
    padding: 0.75em min(0.75em, 4%);
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_row);
  }
  .preview {
    outline: none;
  }
  .preview > *,
  .receipt > * {
    max-inline-size: 100%;
  }
  .choice {
    justify-self: stretch;
  }
  .kind {
    font-weight: 600;
  }
  .discount {
    font-size: 1.3em;
    font-weight: 700;
  }
  .reward > bdi {
    flex: 1 1 5em;
    max-inline-size: max-content;
    font-weight: 600;
  }

  .receipts {
    display: grid;
    gap: 0.5em;
  }
  .receipts:empty {
    display: none;
  }
  /* What nobody can be sure of is not framed as the player's. */
  .redeemed {
    border-color: var(--_accent);
    background: var(--_own);
  }
  .unknown,
  .probably-redeemed {
    border-color: var(--_border);
  }
  .redeemed .muted {
    color: inherit;
  }
  .receipt:not(.redeemed) .art {
    opacity: 0.5;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .receipt .plain,
  .preview .plain {
    background: var(--_surface);
  }

  summary {
    display: flex;
    align-items: center;
    min-block-size: 2.75em;
    font-weight: 600;
    cursor: pointer;
  }
  .history ul {
    display: grid;
    gap: 0.5em;
  }
  .past {
    display: grid;
    padding: 0.5em min(0.75em, 4%);
    border-radius: var(--_radius);
    background: var(--_row);
  }
  /* At the edge that the element reads from, whatever direction the code or the names have. */
  .past > * {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .past .code {
    font-weight: 600;
  }

  @media (prefers-reduced-motion: no-preference) {
    .busy {
      animation: pulse 1s infinite alternate;
    }
  }

  @media (forced-colors: active) {
    .preview,
    .receipt,
    .past {
      border: 1px solid CanvasText;
    }
  }
`;
