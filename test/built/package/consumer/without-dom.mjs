import {createSession, isLiveOpsError, LiveOpsError} from 'liveops-elements';
import 'liveops-elements/components/clan-contributors/define.js';
import 'liveops-elements/components/session/define.js';

const kinds = [createSession, isLiveOpsError, LiveOpsError].map(value => typeof value);
// Lit brings a registry of its own where the platform has none.
const defined = ['liveops-session', 'liveops-clan-contributors'].filter(tag => globalThis.customElements?.get(tag));

console.log(JSON.stringify({kinds, defined}));
