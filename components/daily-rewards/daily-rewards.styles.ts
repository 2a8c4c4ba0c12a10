import {css} from 'lit';

/*
 * Days in rows of as many as are readable: a query for the width of an element is newer than the browsers we
 * serve, so steep slopes distinguish the columns. Eight places, since the last day takes two where it can, make full rows
 * of one, two, four or eight.
 */
export const styles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.2em var(--_space);
  }
  header > :first-child {
    flex: 1 1 12em;
  }
  header > p {
    min-block-size: 1.4em;
  }

  .week,
  .calendar,
  .strip {
    --_gap: 0.4em;
  }
  .week {
    --_two: clamp((100% - var(--_gap)) / 2, (9em - 100%) * 9999, 100%);
    --_four: clamp((100% - var(--_gap) * 3) / 4, (17em - 100%) * 9999, var(--_two));
    --_day: clamp((100% - var(--_gap) * 7) / 8, (42em - 100%) * 9999, var(--_four));
  }
  .calendar {
    --_few: clamp((100% - var(--_gap) * 3) / 4, (9em - 100%) * 9999, (100% - var(--_gap)) / 2);
    --_day: clamp((100% - var(--_gap) * 6) / 7, (15em - 100%) * 9999, var(--_few));
  }
  .strip {
    --_day: 6em;
  }

  .days,
  [part='skeleton'],
  [part='places'] {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }

  .day,
  .placeholder {
    /* Slightly less than its share, or rounding would send the last one of a row to the next. */
    flex: 0 0 calc(var(--_day) - 0.05px);
    min-block-size: 10.2em;
    margin: 0;
  }
  .week > * > :last-child {
    flex-grow: 1;
  }

  /* Forced colours show the border that is clear here. */
  .day {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.35em;
    padding: 0.4em 0.15em;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_row);
    text-align: center;
  }
  .number,
  .state {
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1.3;
  }
  .number {
    color: var(--_muted);
  }
  /* Never broken: a narrow column has room for the word in one line, whatever the font. */
  .state {
    min-block-size: 1.4em;
    margin-block-start: auto;
    font-size: 0.7em;
    line-height: 1.4;
    white-space: nowrap;
  }
  .mark:not(:empty) {
    position: absolute;
    inset-block-start: -0.3em;
    inset-inline-end: -0.3em;
    inline-size: 1.6em;
    border-radius: 1em;
    background: var(--_surface);
    line-height: 1.6;
  }

  .rewards {
    flex: 1;
    gap: 0.5em;
    inline-size: 100%;
    justify-content: center;
    align-content: center;
    align-items: start;
  }
  .reward {
    flex-direction: column;
    flex-wrap: nowrap;
    gap: 0.2em;
    max-inline-size: min(7em, 100%);
  }
  /* Two side by side, as soon as there is room for their pictures. */
  .reward:not(:only-child) {
    max-inline-size: min(7em, 100%, max(2.15em, (100% - 0.6em) / 2));
  }
  .reward > bdi {
    min-block-size: 2.6em;
    font-size: 0.8em;
    line-height: 1.3;
  }
  .art {
    inline-size: min(2.75em, 100%);
    block-size: 2.75em;
  }
  /* A parcel, where the project has no picture. */
  .art:empty {
    border: 0.2em solid var(--_bar);
    background:
      linear-gradient(var(--_row), var(--_row)) center / 16% 100% no-repeat,
      linear-gradient(var(--_row), var(--_row)) 0 35% / 100% 16% no-repeat,
      var(--_own-bar);
  }
  /* On the lower edge of the picture. */
  .count {
    position: relative;
    max-inline-size: 100%;
    margin-block-start: -1.1em;
    padding-inline: 0.4em;
    overflow: hidden;
    border-radius: 1em;
    background: var(--_surface);
    color: inherit;
    font-size: 0.75em;
    line-height: 1.4;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .reward > bdi {
    order: 1;
  }
  /* As much as a count takes below its picture, so that pictures and names of a row are level. */
  .reward > bdi:last-child {
    margin-block-start: 0.53em;
  }

  .claimable {
    border-color: var(--_accent);
    background: var(--_own);
    box-shadow: 0 0 0 1px var(--_accent);
  }
  .claimable .number {
    color: inherit;
  }
  .claimed .reward > bdi,
  .missed .reward > bdi,
  .claimed .state,
  .missed .state {
    color: var(--_muted);
  }
  .missed {
    border: 2px dashed var(--_border);
    background-color: transparent;
  }
  .missed .art {
    opacity: 0.5;
    filter: grayscale(1);
  }
  .missed .reward > bdi {
    text-decoration: line-through;
  }

  .next,
  .rule {
    text-align: center;
  }
  .next {
    margin-block-start: var(--_space);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .day {
      border: 1px solid;
    }
    .claimable {
      border: 3px solid Highlight;
    }
    .missed {
      border-style: dashed;
    }
  }
`;
