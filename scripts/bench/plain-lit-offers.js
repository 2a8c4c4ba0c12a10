/* The same list in Lit, as its guide recommends. */
import {css, html, LitElement, unsafeCSS} from 'lit';
import {arrive, itemsOf, SHOP_STYLE, toPoints, toPrice} from './shop.js';

class OffersInLit extends LitElement {
  static styles = css`
    ${unsafeCSS(SHOP_STYLE)}
  `;
  static properties = {items: {attribute: false}};

  constructor() {
    super();
    this.items = [];
  }

  render() {
    return html`<ul>
      ${this.items.map(
        ({name, price, vp_rewards: points}) =>
          html`<li>
            <span class="art"></span><span class="name">${name}</span><span class="points">${toPoints(points)}</span
            ><button type="button">${toPrice(price.amount)}</button>
          </li>`,
      )}
    </ul>`;
  }
}
customElements.define('offers-in-lit', OffersInLit);

let items = itemsOf();

globalThis.bench = {
  tag: 'offers-in-lit',
  mount: list => arrive().then(() => (list.items = items)),
  update(turn) {
    items = itemsOf(turn);
    document.querySelectorAll('offers-in-lit').forEach(list => (list.items = items));
  },
};
