/* A list of offers as a developer would write it without any library: one copied card per item, and a text written only if it changed. */
import {arrive, itemsOf, SHOP_STYLE, toPoints, toPrice} from './shop.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(SHOP_STYLE);
const template = document.createElement('template');
template.innerHTML =
  '<li><span class="art"></span><span class="name"> </span><span class="points"> </span><button type="button"> </button></li>';

class OffersByHand extends HTMLElement {
  #list = document.createElement('ul');
  #cards = [];

  constructor() {
    super();
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [sheet];
    root.append(this.#list);
  }

  show(items) {
    items.forEach((item, index) => this.#write((this.#cards[index] ??= this.#addCard()), item));
    for (const {card} of this.#cards.splice(items.length)) card.remove();
  }

  #addCard() {
    const card = template.content.firstChild.cloneNode(true);
    const [, name, points, button] = card.children;
    this.#list.append(card);
    return {card, name: name.firstChild, points: points.firstChild, price: button.firstChild, shown: {}};
  }

  #write(card, {name, price, vp_rewards: points}) {
    const {shown} = card;
    if (shown.name !== name) card.name.data = name;
    if (shown.amount !== price.amount) card.price.data = toPrice(price.amount);
    if (shown.points !== points[0].amount) card.points.data = toPoints(points);
    card.shown = {name, amount: price.amount, points: points[0].amount};
  }
}
customElements.define('offers-by-hand', OffersByHand);

let items = itemsOf();

globalThis.bench = {
  tag: 'offers-by-hand',
  mount: list => arrive().then(() => list.show(items)),
  update(turn) {
    items = itemsOf(turn);
    document.querySelectorAll('offers-by-hand').forEach(list => list.show(items));
  },
};
