import {css} from 'lit';

/** Days that scroll: a month in rows of seven, whose days have no room for words, and a strip. */
export const longLists = css`
  /* Four rows of a month are seen at once. */
  .calendar > .days {
    max-block-size: 19em;
    overflow-y: auto;
    /* The browser's own way of keeping a place looks like a player who scrolls. */
    overflow-anchor: none;
    padding: 0.3em;
  }
  .calendar .day {
    min-block-size: 4.4em;
    gap: 0.15em;
    padding: 0.2em 0;
  }
  /* Read out, and seen as marks and pictures. */
  .calendar .word,
  .calendar .reward > bdi {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .calendar .state {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    min-block-size: 0;
    padding: 0;
  }
  .calendar .mark:not(:empty) {
    inset-block-start: 0;
    inset-inline-end: 0.1em;
    inline-size: auto;
    background-color: transparent;
    line-height: 1.2;
  }
  /* Next to the mark, for which a column of a phone has no more room. */
  .calendar .number {
    align-self: start;
    padding-inline-start: 0.1em;
    font-size: 0.75em;
  }
  .calendar .art {
    inline-size: 1.75em;
    block-size: 1.75em;
  }
  /* A long number takes two lines rather than lose its end. */
  .calendar .count {
    margin-block-start: -0.9em;
    padding-inline: 0.1em;
    font-size: 0.6em;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .strip > * {
    flex-wrap: nowrap;
    overflow-x: auto;
    padding: 0.3em;
  }
`;
