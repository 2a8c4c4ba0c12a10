import {clanSwitch} from '../../src/clan-switch/family.js';
import {loadFamilies} from '../../src/session/families.js';
import {define} from '../../src/ui/define.js';
import {ClanSwitchElement} from './clan-switch.js';

loadFamilies(clanSwitch);
define('liveops-clan-switch', ClanSwitchElement);

export {ClanSwitchElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-clan-switch': ClanSwitchElement;
  }
}
