/* What a script tag loads: every export of the package, and every element defined. In this order it compresses best. */
export {climbOf, createSession, isLiveOpsError, LiveOpsError, rankBy} from './index.js';

import '../components/session/define.js';
import '../components/clan-switch/define.js';
import '../components/clan-contributors/define.js';
import '../components/reward-chain/define.js';
