/**
 * The address with a query parameter `_` that is different each time. A service worker that caches by address then has no
 * answer to it: neither one from before, nor one for another player. `cache: 'no-store'` binds the browser's cache only.
 */
export function toUncacheable(address: string): string {
  const url = new URL(address);
  const parts = crypto.getRandomValues(new Uint32Array(2));
  url.searchParams.set('_', Array.from(parts, part => part.toString(36)).join(''));
  return url.href;
}
