import {boards} from '../../src/boards/family.js';
import {rewardChains} from '../../src/reward-chains/family.js';
import {loadFamilies} from '../../src/session/families.js';
import {define} from '../../src/ui/define.js';
import {ClanContributorsElement} from './clan-contributors.js';

loadFamilies(boards, rewardChains);
define('liveops-clan-contributors', ClanContributorsElement);

export {ClanContributorsElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-clan-contributors': ClanContributorsElement;
  }
}
