const ATTRIBUTES = ['token', 'access-token', 'jwt', 'gettoken'];
let warned = false;

/** Warns once per page of a token where it would leak: in an attribute or in the page's address. It is not read. */
export function warnOfToken(element: Element): void {
  const inAttribute = ATTRIBUTES.some(name => element.hasAttribute(name));
  const inAddress = /[?#&](access_)?token=/.test(location.search + location.hash);
  if (warned || !(inAttribute || inAddress)) return;
  warned = true;
  const place = inAttribute ? 'an attribute' : 'the page’s address';
  console.warn(`<liveops-session> ignores a token in ${place}, where it can leak. Set the property \`getToken\`.`);
}
