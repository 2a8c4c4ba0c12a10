import {codes} from '../../src/codes/family.js';
import {loadFamilies} from '../../src/session/families.js';
import {define} from '../../src/ui/define.js';
import {RedeemCodeElement} from './redeem-code.js';

loadFamilies(codes);
define('liveops-redeem-code', RedeemCodeElement);

export {RedeemCodeElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-redeem-code': RedeemCodeElement;
  }
}
