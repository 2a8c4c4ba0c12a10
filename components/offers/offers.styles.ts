import {css} from 'lit';

/* Cards in a grid, as a list, or in one row that scrolls. */
export const styles = css`
  /* Suggestions that are not there yet take no room, so the box is drawn inside. */
  :host([after-order]) {
    padding: 0;
    border: 0;
  }
  :host([after-order]) .box {
    padding: calc(var(--_space) * 1.25) min(var(--_space) * 1.25, 5%);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }

  header .reason {
    margin-block-start: 0.25em;
    font-weight: 600;
  }
  /* A plain button has the card's colour, which would hide it. */
  .offer .plain {
    background: var(--_surface);
  }

  .offers,
  [part='skeleton'],
  [part='places'] {
    display: grid;
    gap: 0.6em;
  }
  .grid > * {
    grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr));
  }
  .strip > * {
    grid-auto-flow: column;
    grid-auto-columns: min(13em, 85%);
    grid-template-columns: none;
    padding: 0.3em;
    overflow-x: auto;
  }
  .placeholder {
    min-block-size: 13em;
    margin: 0;
  }
  .list .placeholder {
    min-block-size: 5.5em;
  }

  /* Forced colours show the border that is clear here. */
  .offer {
    display: flex;
    flex-flow: column;
    gap: 0.6em;
    padding: 0.75em;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_row);
  }
  .list .offer {
    flex-flow: row wrap;
    align-items: center;
  }
  /*
   * Of a list far longer than any screen, engines that can lay out and paint what is seen of it. A card that nobody has
   * seen is as high as its place.
   */
  .many > .offer {
    content-visibility: auto;
    contain-intrinsic-size: auto 13em;
  }
  .list > .many > .offer {
    contain-intrinsic-size: auto 5.5em;
  }
  .wanted {
    border-color: var(--_accent);
    background: var(--_own);
  }

  /* A wrapped box, drawn until there is a picture, and where there is none. */
  .offer .art {
    position: relative;
    inline-size: 4.5em;
    max-inline-size: 100%;
    block-size: 4.5em;
    color: var(--_muted);
  }
  .list .offer .art {
    inline-size: 3.25em;
    block-size: 3.25em;
  }
  .art::before {
    position: absolute;
    inset: 38% 26% 22%;
    border: 2px solid;
    border-radius: 0.2em;
    opacity: 0.5;
    content: '';
  }
  .art::after {
    position: absolute;
    inset: 28% 20% 60%;
    border: 2px solid;
    border-radius: 0.2em;
    opacity: 0.5;
    content: '';
  }
  .art img {
    position: relative;
    z-index: 1;
    background: var(--_bar);
  }
  .offer img {
    object-fit: contain;
  }

  .what {
    display: grid;
    flex: 1 1 auto;
    align-content: start;
    gap: 0.35em;
  }
  .list .what {
    flex: 1 1 9em;
  }
  /* Two lines of a name at most, or one hostile name would push everything else off the screen. */
  .name {
    display: -webkit-box;
    justify-self: start;
    max-inline-size: 100%;
    overflow: hidden;
    font-weight: 600;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    /* At the edge that the element reads from, whatever direction the name has. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .pills {
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
  .pill.discount {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .fact,
  details {
    font-size: 0.875em;
  }
  .fact {
    color: var(--_muted);
  }
  .wanted .fact,
  .wanted .muted,
  .wanted .old {
    color: inherit;
  }
  /* As large as a button, for fingers. */
  summary {
    display: list-item;
    min-block-size: 3.15em;
    padding-block: 0.9em;
    font-weight: 600;
    cursor: pointer;
  }

  @media (prefers-reduced-motion: no-preference) {
    .busy {
      animation: pulse 1s infinite alternate;
    }
  }

  @media (forced-colors: active) {
    .offer,
    .pill {
      border-color: CanvasText;
    }
    .wanted {
      border: 3px solid Highlight;
    }
  }
`;
