let warned = false;

/** Warns once per page of a token where it would leak: in an attribute or in the page's address. It is not read. */
export function warnOfToken(element: Element): void {
  const leaks =
    element.matches('[token],[access-token],[jwt],[gettoken]') || /[?#&](access_)?token=/.test(location.href);
  if (warned || !leaks) return;
  warned = true;
  console.warn('liveops-elements ignores a token in an attribute or the address, where it leaks. Set `getToken`.');
}
