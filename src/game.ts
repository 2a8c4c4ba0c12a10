/*
 * The page `dist/game.html`: shows what the game asks for by `configure`, and answers the messages that concern a whole
 * page. A classic script of its own beside the bundle, so that other pages do not load it.
 */
import {appearance} from './game/appearance.js';
import {navigation} from './game/navigation.js';
import {signal} from './game/signals.js';
import {pausing} from './game/pause.js';
import {stateFor} from './game/state.js';
import {painted, viewsOf} from './game/views.js';
import type {HostLink} from './host/link.js';
import type {Session} from './session.js';

type SessionElement = HTMLElement & {readonly session?: Session | undefined};

const link = (globalThis as unknown as {LiveOpsHost: HostLink}).LiveOpsHost;
const session: SessionElement = document.createElement('liveops-session');
let views: readonly HTMLElement[] = [];
let shown: string | undefined;
let isPaused = false;

link.listen({
  configure({view, chainId}) {
    const wanted = JSON.stringify([view, chainId]);
    if (wanted === shown) return;
    views = viewsOf(view, chainId);
    shown = wanted;
    if (!isPaused) session.replaceChildren(...views);
    const mine = views;
    void painted(mine).then(() => (mine === views ? link.notify('first-paint') : undefined));
  },
});
link.listen(
  appearance(
    () => views,
    () => session,
  ),
);
link.listen(navigation(link));
link.listen(
  pausing({
    pause(paused) {
      isPaused = paused;
      session.replaceChildren(...(paused ? [] : views));
    },
    refresh: () => session.session?.refresh(),
  }),
);
link.listen(stateFor(link, () => session.session));
signal(link);

const chosen = new URLSearchParams(location.search);
for (const name of ['host', 'host-name']) {
  const value = chosen.get(name) ?? document.documentElement.getAttribute(`data-${name}`);
  session.setAttribute(name, value ?? '');
}
document.body.append(session);

// Read by the check after this script, which tells the player where it did not get this far.
document.documentElement.dataset['ready'] = '';
