/* The same rows, style and number format for every board, so that only the way of rendering differs. */
const amounts = new Intl.NumberFormat('en');

export const toAmount = amount => amounts.format(amount);

/** The filled fraction of a bar's width. */
export const toWidth = (amount, most) => `${most ? Math.round((100 * amount) / most) : 0}%`;

/** `count` rows; each `turn` gives every player another place and other points. */
export const rowsOf = (count, turn = 0) =>
  Array.from({length: count}, (_, index) => ({
    name: `Player ${(index + turn) % count}`,
    contributed_amount: 1_000_000 - 700 * index + 13 * turn,
  }));

export const STYLE = `
  :host { display: block; inline-size: 320px; font: 14px/20px sans-serif; }
  ol { margin: 0; padding: 0; list-style: none; }
  li { position: relative; display: flex; gap: 8px; block-size: 28px; align-items: center; }
  .rank { inline-size: 32px; text-align: end; }
  .name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .bar { position: absolute; inset: auto auto 0 0; block-size: 2px; background: seagreen; }`;
