/**
 * The URL with a unique query parameter `_`. A service worker that caches by URL then has no answer for it, neither an
 * older one nor another player's. `cache: 'no-store'` affects only the browser's cache.
 */
export function toUncacheable(address: string): string {
  const url = new URL(address);
  const parts = crypto.getRandomValues(new Uint32Array(2));
  url.searchParams.set('_', Array.from(parts, part => part.toString(36)).join(''));
  return url.href;
}

/** Whether a service worker answers this page's requests. */
export function hasServiceWorker(): boolean {
  try {
    return Boolean(globalThis.navigator.serviceWorker.controller);
  } catch {
    // There are none here, or the page is in a sandboxed frame, which may not even ask.
    return false;
  }
}
