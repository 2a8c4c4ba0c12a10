import {rewardChains} from '../../src/reward-chains/family.js';
import {loadFamilies} from '../../src/session/families.js';
import {define} from '../../src/ui/define.js';
import {RewardChainElement} from './reward-chain.js';

loadFamilies(rewardChains);
define('liveops-reward-chain', RewardChainElement);

export {RewardChainElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-reward-chain': RewardChainElement;
  }
}
