import assert from 'node:assert/strict';
import type {Browser, Page} from 'playwright-core';

/** What a page holds: what it noted, its DOM with every shadow, its address, storage, timings and diagnostics. */
async function contents(): Promise<string> {
  const markupOf = (root: ParentNode): string =>
    [...root.querySelectorAll('*')]
      .map(element => {
        const attributes = [...element.attributes].map(({name, value}) => `${name}=${value}`).join(' ');
        const shadow = element.shadowRoot ? markupOf(element.shadowRoot) + (element.shadowRoot.textContent ?? '') : '';
        const text = [...element.childNodes]
          .map(node => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''))
          .join('');
        return element.localName === 'script' ? '' : `<${element.localName} ${attributes}>${text}${shadow}`;
      })
      .join('');
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
  const kept: string[] = [];
  for (const {name} of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name!));
    for (const store of database.objectStoreNames)
      kept.push(JSON.stringify(await result(database.transaction(store).objectStore(store).getAll())));
    database.close();
  }
  const stored = [localStorage, sessionStorage].map(store => JSON.stringify({...store}));
  const timings = performance.getEntries().map(entry => JSON.stringify(entry));
  const {notes = []} = globalThis as unknown as {notes?: string[]};
  const sessions = [...document.querySelectorAll('liveops-session')] as unknown as {
    session?: {diagnostics(): string};
  }[];
  const told = sessions.map(({session}) => session?.diagnostics());
  return [...notes, markupOf(document), location.href, document.cookie, JSON.stringify(history.state)]
    .concat(kept, stored, timings, told.join('\n'))
    .join('\n');
}

export function tracesIn(page: Page): Promise<string> {
  return page.evaluate(contents);
}

/** Fails where a token, or the part of a JWT that tells the player or proves it, stands in the text. */
export function assertWithout(text: string, tokens: Iterable<string>): void {
  for (const secret of [...tokens].flatMap(token => [token, ...token.split('.').slice(1)])) {
    const at = text.indexOf(secret);
    assert.ok(at < 0, `A token stands in: ${text.slice(Math.max(0, at - 200), at + 20)}…`);
  }
}

/** What the closing of a browser looks at first, page by page. */
const closings = new WeakMap<Browser, (() => Promise<void>)[]>();

/**
 * Has the closing of the browser fail where a token that this page sent has left a trace: in the page, the console, an
 * error, or anything of a request but its header.
 */
export function watchTokens(browser: Browser, page: Page): void {
  const tokens = new Set<string>();
  const said: string[] = [];
  page.on('console', message => said.push(message.text()));
  page.on('pageerror', error => said.push(`${error.message} ${error.stack}`));
  page.on('request', request => {
    const {authorization, ...others} = request.headers();
    said.push(request.url(), JSON.stringify(others));
    // Stand-ins of a few letters are no secret, and part of many words.
    const token = /^Bearer (\S{32,})$/.exec(authorization ?? '')?.[1];
    if (token) tokens.add(token);
  });
  beforeClosing(browser, async () => {
    if (!page.isClosed() && page.url().startsWith('http')) said.push(await tracesIn(page));
    assertWithout(said.join('\n'), tokens);
  });
}

function beforeClosing(browser: Browser, check: () => Promise<void>): void {
  const known = closings.get(browser);
  if (known) return void known.push(check);
  const checks = [check];
  closings.set(browser, checks);
  const close = browser.close.bind(browser);
  browser.close = async options => {
    try {
      for (const each of checks.splice(0)) await each();
    } finally {
      await close(options);
    }
  };
}
