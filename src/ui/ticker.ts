/*
 * Re-renders relative times ("in 3 days") when their text changes. One timer for all elements of the page waits for the
 * next change; there is none on a hidden page or without a relative time.
 */
import {pageClock} from '../stores/clock.js';

type Host = {readonly isConnected: boolean; requestUpdate(): void};

const hosts = new Set<Host>();
let dueAt = Infinity;
let rest = (): void => undefined;

/** Re-renders `host` after this many milliseconds, or sooner, unless it leaves the page before. */
export function drawAfter(ms: number, host: Host): void {
  if (!host.isConnected) return;
  hosts.add(host);
  const at = pageClock.now() + ms;
  if (at >= dueAt) return;
  rest();
  dueAt = at;
  const unlisten = pageClock.onChange(drawAll);
  const cancel = pageClock.hidden() ? unlisten : pageClock.after(ms, drawAll);
  rest = () => {
    unlisten();
    cancel();
  };
}

/** Re-renders `host` right after the first of these moments, milliseconds since 1970, that is still to come. */
export function drawAt(moments: readonly number[], host: Host): void {
  const now = Date.now();
  const first = Math.min(...moments.filter(moment => moment > now));
  if (first < Infinity) drawAfter(first - now + 1, host);
}

/** An element that still shows a relative time registers again when it renders. */
function drawAll(): void {
  rest();
  dueAt = Infinity;
  hosts.forEach(host => host.requestUpdate());
  hosts.clear();
}

/** For a host that leaves the page. */
export function drawNoMore(host: Host): void {
  hosts.delete(host);
  if (!hosts.size) drawAll();
}
