import {define} from '../../src/ui/define.js';
import {ClanContributorsElement} from './clan-contributors.js';

define('liveops-clan-contributors', ClanContributorsElement);

export {ClanContributorsElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-clan-contributors': ClanContributorsElement;
  }
}
