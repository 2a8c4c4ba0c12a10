/**
 * Takes the one-time code out of the page's address, where a game without a bridge may put one: `#code=…` and nothing else,
 * since an answer of OAuth, which has a `state` too, belongs to the page. It leaves the visible address at once; browsers
 * keep the first one in their navigation timing, which is why it must be good for one use only.
 */
export function takeLaunchCode(): string | undefined {
  const [hash, code] = /^#code=([\w.~-]+)$/.exec(globalThis.location?.hash) ?? [];
  if (hash) history.replaceState(history.state, '', location.href.slice(0, -hash.length));
  return code;
}
