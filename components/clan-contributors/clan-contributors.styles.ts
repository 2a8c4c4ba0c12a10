import {css} from 'lit';

/* Rows and their placeholders share one layout, so that nothing moves when a row replaces a placeholder. */
export const styles = css`
  /* Behind the row's text; the row contains it, so it stays above the row's ground. */
  .bar {
    position: absolute;
    z-index: -1;
    inset-block: 0;
    inset-inline-start: 0;
    width: 0;
    background: var(--_bar);
  }

  .row {
    line-height: 1.25;
  }
  /* Of a list far longer than any screen, engines that can lay out and paint what is seen of it. */
  .many > .row {
    content-visibility: auto;
  }

  .rank {
    min-inline-size: 1.5em;
    border-radius: 1em;
    color: var(--_muted);
    font-weight: 700;
    line-height: 1.5;
    text-align: center;
  }

  .medal {
    color: var(--liveops-on-medal, #241b05);
  }
  .medal-1 {
    background: var(--liveops-first, #f2c230);
  }
  .medal-2 {
    background: var(--liveops-second, #b4bdcc);
  }
  .medal-3 {
    background: var(--liveops-third, #e0a573);
  }

  /* All the width that the rank leaves in a row too narrow for one line, so that the points go to the second line. */
  .name {
    flex: 1 1 3em;
    display: flex;
    min-inline-size: clamp(0px, (10em - 100%) * 99, 100% - 2.6em);
    text-transform: none;
  }
  /*
   * A block takes its direction from the name, so that a long name is cut at its end in every script. It reaches above its
   * line, where some scripts have marks. Clipped and not hidden, for which engines prepare each row for scrolling.
   */
  .name > bdi {
    margin-block-start: -0.2em;
    padding-block-start: 0.2em;
    overflow: hidden;
    overflow: clip;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .score {
    max-inline-size: 100%;
    margin-inline-start: auto;
  }

  .score > .counter {
    font-weight: 700;
    text-align: end;
    white-space: nowrap;
  }

  .amount {
    display: block;
    font-weight: 700;
    text-align: end;
  }

  /* The points and, as far as it has room before them, the mark: what is sent to another line is not seen. */
  .own > .score {
    display: flex;
    flex-flow: row-reverse wrap;
    gap: 0 0.4em;
    overflow: hidden;
  }

  /* Of no height to the line it is in, or the line that is not seen would have one, too. */
  .own-mark {
    order: 1;
    align-self: flex-start;
    margin-block: 0.1em -1.55em;
    padding: 0.1em 0.4em;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.75em;
    font-weight: 700;
    white-space: nowrap;
  }

  /* Next to the mark of the own row, where both have room; as that, of no height. */
  .change {
    order: 2;
    align-self: flex-start;
    margin-block: 0.12em -1.4em;
    color: var(--_muted);
    font-size: 0.85em;
    font-weight: 700;
    white-space: nowrap;
  }

  .own {
    background: var(--_own);
    font-weight: 600;
  }
  /* Over the bar, which would cover a border of the row's own. */
  .own::after {
    position: absolute;
    inset: 0;
    border: 2px solid var(--_accent);
    border-radius: inherit;
    content: '';
  }
  .own > .bar {
    background: var(--_own-bar);
  }
`;
