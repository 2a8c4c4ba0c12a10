import {dailyChains} from '../../src/daily-chains/family.js';
import {loadFamilies} from '../../src/session/families.js';
import {define} from '../../src/ui/define.js';
import {DailyRewardsElement} from './daily-rewards.js';

loadFamilies(dailyChains);
define('liveops-daily-rewards', DailyRewardsElement);

export {DailyRewardsElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-daily-rewards': DailyRewardsElement;
  }
}
