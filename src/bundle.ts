/*
 * The entry for a script tag: every export of the package, all elements defined, and `LiveOpsHost` for the game around
 * the page.
 */
import '../components/clan-contributors/define.js';
import '../components/clan-switch/define.js';
import '../components/daily-rewards/define.js';
import '../components/offer-chain/define.js';
import '../components/offers/define.js';
import '../components/redeem-code/define.js';
import '../components/reward-chain/define.js';
import '../components/session/define.js';
import {allFamilies} from './families.js';
import {liveOpsHost} from './host/live-ops-host.js';
import {loadFamilies} from './session/families.js';

export {addMessages, climbOf, createSession, isLiveOpsError, LiveOpsError, rankBy} from './index.js';

loadFamilies(...allFamilies);
// A game may call it as soon as the script has run.
liveOpsHost();
