/** The page's window, with the objects that hosts inject. */
export type Page = Readonly<Record<string, unknown>>;

/** Sends a string to the host. It may return, or resolve with, the answer as a string. */
export type Send = (text: string) => unknown;

/** A kind of game, launcher or webview around the page. */
export type Host = {
  readonly name: string;
  /**
   * `specific`: only this host has such an object, so it is found without being chosen. `generic`: also found, but two
   * at once are refused. Absent: used only if it is chosen.
   */
  readonly kind?: 'specific' | 'generic' | undefined;
  /** The longest string that it takes, characters. */
  readonly longest?: number;
  /** The length of a string against that limit, if it isn't one per character. */
  lengthOf?(text: string): number;
  /**
   * Connects to the host; returns nothing while it is missing. `hostName` is the name that the game chose,
   * `LiveOpsGame` by default. `receive` takes the host's messages if they don't arrive through `LiveOpsHost.receive`.
   */
  find(page: Page, hostName: string | undefined, receive: (text: string) => void): Send | undefined;
};

/**
 * A host that takes a string: name, path of the function from the window, how it is found, and an argument before the
 * string. `N` is the name that the game chose. The sources are in `docs/guide/game.md`.
 */
type Row = readonly [name: string, path: string, kind?: Host['kind'], first?: string];

const ROWS: readonly Row[] = [
  ['vuplex', 'vuplex.postMessage', 'specific'],
  ['uniwebview', 'uniwebview.send', 'specific', 'liveops'],
  ['unity-webview', 'Unity.call', 'specific'],
  ['flutter', 'flutter_inappwebview.callHandler', 'generic', 'N'],
  ['react-native', 'ReactNativeWebView.postMessage', 'generic'],
  ['wry', 'ipc.postMessage', 'generic'],
  ['cef', 'cefQuery', 'generic'],
  ['wkwebview', 'webkit.messageHandlers.N.postMessage', 'generic'],
  ['android', 'N.postMessage', 'generic'],
  // These exist in many unrelated webviews, or can't be recognised, so a page has to choose them.
  ['flutter', 'N.postMessage'],
  ['webview2', 'chrome.webview.postMessage'],
  ['evaluate', 'N'],
];

export const HOSTS: readonly Host[] = ROWS.map(([name, path, kind, first]) => ({
  name,
  kind,
  find: (page, hostName) => reach(page, hostName, path, first),
}));

function reach(page: Page, hostName = '', path: string, first?: string): Send | undefined {
  const named = (key: string): string => (key === 'N' ? hostName : key);
  let [owner, found]: unknown[] = [page, page];
  for (const key of path.split('.')) [owner, found] = [found, (found as Page | undefined)?.[named(key)]];
  if (typeof found !== 'function') return undefined;
  const call = found.bind(owner, ...(first ? [named(first)] : [])) as (message: unknown) => unknown;
  // CEF's message router answers through callbacks.
  return path === 'cefQuery'
    ? request => new Promise((onSuccess, onFailure) => call({request, onSuccess, onFailure}))
    : call;
}
