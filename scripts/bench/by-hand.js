/* A board as a developer would write it without any library: one copied row per player, and a text written only if it changed. */
import {rowsOf, STYLE, toAmount, toWidth} from './rows.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
const template = document.createElement('template');
template.innerHTML =
  '<li><span class="rank"> </span><span class="name"> </span><span class="amount"> </span><i class="bar"></i></li>';

class BoardByHand extends HTMLElement {
  #list = document.createElement('ol');
  #lines = [];

  constructor() {
    super();
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [sheet];
    root.append(this.#list);
  }

  show(rows) {
    const most = rows[0]?.contributed_amount ?? 0;
    rows.forEach((row, index) => this.#write((this.#lines[index] ??= this.#addLine(index)), row, most));
    for (const {item} of this.#lines.splice(rows.length)) item.remove();
  }

  #addLine(index) {
    const item = template.content.firstChild.cloneNode(true);
    const [rank, name, amount, bar] = item.children;
    rank.firstChild.data = index + 1;
    this.#list.append(item);
    return {item, name: name.firstChild, amount: amount.firstChild, bar: bar.style, shown: {}};
  }

  #write(line, row, most) {
    const {shown} = line;
    const width = toWidth(row.contributed_amount, most);
    if (shown.name !== row.name) line.name.data = row.name;
    if (shown.amount !== row.contributed_amount) line.amount.data = toAmount(row.contributed_amount);
    if (shown.width !== width) line.bar.width = width;
    line.shown = {name: row.name, amount: row.contributed_amount, width};
  }
}
customElements.define('board-by-hand', BoardByHand);

let rows = rowsOf(10);
const boards = () => document.querySelectorAll('board-by-hand');

globalThis.bench = {
  tag: 'board-by-hand',
  mount: board => board.show(rows),
  update(next) {
    rows = next;
    boards().forEach(board => board.show(rows));
  },
};
