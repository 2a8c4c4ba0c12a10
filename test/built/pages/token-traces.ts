import assert from 'node:assert/strict';
import type {Browser, BrowserContext, Page} from 'playwright-core';

/** What a page holds: what it noted, its DOM with every shadow, its address, timings and diagnostics. */
function contents(): string {
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
  const sessionTexts = (): string => {
    try {
      return JSON.stringify({...sessionStorage});
    } catch {
      return 'There is none on a page without an origin.';
    }
  };
  const timings = performance.getEntries().map(entry => JSON.stringify(entry));
  const {notes = []} = globalThis as unknown as {notes?: string[]};
  const sessions = [...document.querySelectorAll('liveops-session')] as unknown as {
    session?: {diagnostics(): string};
  }[];
  const told = sessions.map(({session}) => session?.diagnostics());
  return [...notes, markupOf(document), location.href, JSON.stringify(history.state)]
    .concat(sessionTexts(), timings, told.join('\n'))
    .join('\n');
}

/** What a page holds and keeps. Its cookies and stores are read past the page's own scripts, which may have broken them. */
export async function tracesIn(page: Page): Promise<string> {
  const kept = await page.context().storageState({indexedDB: true});
  return [await page.evaluate(contents), JSON.stringify(kept)].join('\n');
}

/** Fails where a token, or the part of a JWT that tells the player or proves it, stands in the text. */
export function assertWithout(text: string, tokens: Iterable<string>): void {
  for (const secret of [...tokens].flatMap(token => [token, ...token.split('.').slice(1)])) {
    const at = text.indexOf(secret);
    assert.ok(at < 0, `A token stands in: ${text.slice(Math.max(0, at - 200), at + 20)}…`);
  }
}

/** A browser, or the part of one that a test closes by itself. */
type Closing = Pick<Browser | BrowserContext, 'close'>;

/** What such a closing looks at first, page by page. */
const closings = new WeakMap<Closing, (() => Promise<void>)[]>();

/** The token of the scenarios, which goes over no wire. */
const SCENARIO_TOKEN = 'scenario-token';

/**
 * Has the closing fail where one of these tokens, or one that this page sent, has left a trace: in the page, the console,
 * an error, or anything of a request but its header.
 */
export function watchTokens(closing: Closing, page: Page, tokens = new Set([SCENARIO_TOKEN])): void {
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
  beforeClosing(closing, async () => {
    if (!page.isClosed()) said.push(await tracesIn(page));
    assertWithout(said.join('\n'), tokens);
  });
}

function beforeClosing(closing: Closing, check: () => Promise<void>): void {
  const known = closings.get(closing);
  if (known) return void known.push(check);
  const checks = [check];
  closings.set(closing, checks);
  const close = closing.close.bind(closing);
  closing.close = async options => {
    try {
      for (const each of checks.splice(0)) await each();
    } finally {
      await close(options);
    }
  };
}
