import {offerChains} from '../../src/offer-chains/family.js';
import {orders} from '../../src/orders/family.js';
import {loadFamilies} from '../../src/session/families.js';
import {define} from '../../src/ui/define.js';
import {OfferChainElement} from './offer-chain.js';

loadFamilies(orders, offerChains);
define('liveops-offer-chain', OfferChainElement);

export {OfferChainElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-offer-chain': OfferChainElement;
  }
}
