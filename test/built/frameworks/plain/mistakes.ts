import 'liveops-elements/components/session/define.js';

const session = document.createElement('liveops-session');

// @ts-expect-error: not a number
session.projectId = 'our game';
// @ts-expect-error: a token, not a function that gets one
session.getToken = 'eyJhbGciOi';
// @ts-expect-error: these events have fields of their own, and no `detail`
session.addEventListener('liveops-error', event => event.detail);
