/* The same board in Lit, as its guide recommends. */
import {css, html, LitElement, unsafeCSS} from 'lit';
import {rowsOf, STYLE, toAmount, toWidth} from './rows.js';

class BoardInLit extends LitElement {
  static styles = css`
    ${unsafeCSS(STYLE)}
  `;
  static properties = {rows: {attribute: false}};

  constructor() {
    super();
    this.rows = [];
  }

  render() {
    const most = this.rows[0]?.contributed_amount ?? 0;
    return html`<ol>
      ${this.rows.map(
        ({name, contributed_amount: amount}, index) =>
          html`<li>
            <span class="rank">${index + 1}</span><span class="name">${name}</span
            ><span class="amount">${toAmount(amount)}</span
            ><i class="bar" .style=${`width: ${toWidth(amount, most)}`}></i>
          </li>`,
      )}
    </ol>`;
  }
}
customElements.define('board-in-lit', BoardInLit);

let rows = rowsOf(10);

globalThis.bench = {
  tag: 'board-in-lit',
  mount: board => void (board.rows = rows),
  update(next) {
    rows = next;
    document.querySelectorAll('board-in-lit').forEach(board => (board.rows = rows));
  },
};
