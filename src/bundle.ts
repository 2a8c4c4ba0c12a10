/*
 * What a script tag loads: every export of the package, every element defined, and `LiveOpsHost` for the game around. In
 * this order it compresses best.
 */
import '../components/session/define.js';
import {liveOpsHost} from './host/live-ops-host.js';

export {climbOf, createSession, isLiveOpsError, LiveOpsError, rankBy} from './index.js';

import '../components/clan-contributors/define.js';
import '../components/clan-switch/define.js';
import '../components/reward-chain/define.js';

// A game may call it as soon as the script has run.
liveOpsHost();
