/** The name of a code in the page's address, after `#` or `?`. */
const NAME = 'code=';

/**
 * Takes a code out of the page's address, `#code=…` or `?code=…`, so that it is neither bookmarked nor sent on, and a reload
 * does not bring it again. Everything else in the address stays as it is.
 */
export function takeCodeFromAddress(): string | undefined {
  const {pathname, search, hash} = location;
  const [inHash, inSearch] = [takeFrom(hash), takeFrom(search)];
  const code = inHash.code ?? inSearch.code;
  if (code === undefined) return undefined;
  try {
    history.replaceState(history.state, '', `${pathname}${inSearch.rest}${inHash.rest}`);
  } catch {
    // In some frames the address is not the page's to change.
  }
  return code;
}

/** The first code in a part of an address, and that part without any. */
function takeFrom(part: string): {readonly code?: string; readonly rest: string} {
  const pairs = part.slice(1).split('&');
  const found = pairs.find(pair => pair.startsWith(NAME));
  if (found === undefined) return {rest: part};
  const rest = pairs.filter(pair => !pair.startsWith(NAME)).join('&');
  return {code: decoded(found.slice(NAME.length)), rest: rest && part.charAt(0) + rest};
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}
