import {define} from '../../src/ui/define.js';
import {ClanSwitchElement} from './clan-switch.js';

define('liveops-clan-switch', ClanSwitchElement);

export {ClanSwitchElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-clan-switch': ClanSwitchElement;
  }
}
