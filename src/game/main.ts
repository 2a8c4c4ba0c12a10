/*
 * The page `dist/game.html`: shows the views that the game requests with `configure`, and handles the page's own
 * messages. A classic script, separate from the bundle, so that other pages don't load it.
 */
import {appearance} from './appearance.js';
import {codeFilling} from './codes.js';
import {signal} from './signals.js';
import {pausing} from './pause.js';
import {stateFor} from './state.js';
import {painted, viewsOf} from './views.js';
import type {HostLink} from '../host/link.js';
import type {Session} from '../session/session.js';

type SessionElement = HTMLElement & {readonly session?: Session | undefined};

const link = (globalThis as unknown as {LiveOpsHost: HostLink}).LiveOpsHost;
const session: SessionElement = document.createElement('liveops-session');
const state = stateFor({link, session: () => session.session});
let views: readonly HTMLElement[] = [];
let shown: string | undefined;
/** The views whose first paint will be reported to the game. */
let announced: readonly HTMLElement[] | undefined;
let isPaused = false;

const looks = appearance(
  () => views,
  () => session,
);

const codes = codeFilling(() => views);

/** Adds the views to the page. Their appearance is set afterwards, since they have no shadow root before. */
function show(): void {
  if (isPaused) return session.replaceChildren();
  const mine = views;
  session.replaceChildren(...mine);
  codes.shown();
  looks.configure();
  if (announced === mine) return;
  announced = mine;
  void painted(mine).then(() => (mine === views ? link.notify('first-paint') : undefined));
}

link.listen({
  configure({view, chainId, dailyChainId, offerChainId}) {
    const wanted = JSON.stringify([view, chainId, dailyChainId, offerChainId]);
    if (wanted === shown) return;
    views = viewsOf({view, chainId, dailyChainId, offerChainId});
    shown = wanted;
    show();
  },
});
link.listen(looks);
link.listen(codes.handlers);
link.listen(
  pausing({
    pause(paused) {
      // A game may send it in every frame.
      if (paused === isPaused) return;
      isPaused = paused;
      show();
      state.pause(paused);
    },
    refresh: () => session.session?.refresh(),
  }),
);
link.listen(state.handlers);
signal(link);

const chosen = new URLSearchParams(location.search);
for (const name of ['host', 'host-name']) {
  const value = chosen.get(name) ?? document.documentElement.getAttribute(`data-${name}`);
  session.setAttribute(name, value ?? '');
}
document.body.append(session);

// Read by `unsupported.js`, which shows a message if this line was not reached.
document.documentElement.dataset['ready'] = '';
