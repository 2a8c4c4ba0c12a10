import {catalog} from '../../src/catalog/family.js';
import {orders} from '../../src/orders/family.js';
import {loadFamilies} from '../../src/session/families.js';
import {define} from '../../src/ui/define.js';
import {OffersElement} from './offers.js';

loadFamilies(orders, catalog);
define('liveops-offers', OffersElement);

export {OffersElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-offers': OffersElement;
  }
}
