/*
 * What a script tag loads: every export of the package, every element defined, and `LiveOpsHost` for the game around.
 */
import '../components/clan-contributors/define.js';
import '../components/clan-switch/define.js';
import '../components/daily-rewards/define.js';
import '../components/offer-chain/define.js';
import '../components/reward-chain/define.js';
import '../components/session/define.js';
import {allFamilies} from './families.js';
import {liveOpsHost} from './host/live-ops-host.js';
import {loadFamilies} from './session/families.js';

export {climbOf, createSession, isLiveOpsError, LiveOpsError, rankBy} from './index.js';

// Also those that come with no element.
loadFamilies(...allFamilies);
// A game may call it as soon as the script has run.
liveOpsHost();
