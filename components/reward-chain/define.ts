import {define} from '../../src/ui/define.js';
import {RewardChainElement} from './reward-chain.js';

define('liveops-reward-chain', RewardChainElement);

export {RewardChainElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-reward-chain': RewardChainElement;
  }
}
