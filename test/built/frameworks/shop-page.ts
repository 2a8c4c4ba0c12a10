import type {Browser, Page} from 'playwright-core';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {watchTokens} from '../pages/token-traces.js';

export type ShopPage = {page: Page; problems: string[]};

export type Content = {script: string; html?: string};

/** A page of the sandbox's own origin, so that nothing is asked across origins; `freshToken()` gives it tokens. */
export async function openShop(browser: Browser, sandbox: SandboxControl, content: Content): Promise<ShopPage> {
  const page = await browser.newPage();
  watchTokens(browser, page);
  const problems = problemsOf(page);
  await page.exposeFunction('freshToken', () => sandbox.token());
  await serve(page, '/shop.html', 'text/html', documentOf(content));
  await serve(page, '/shop.js', 'text/javascript', content.script);
  await page.goto(new URL('/shop.html', sandbox.url).href);
  return {page, problems};
}

const documentOf = ({html = ''}: Content): string =>
  `<!doctype html><link rel="icon" href="data:,"><main>${html}</main><script type="module" src="/shop.js"></script>`;

/** What the console shows as warning or error, hydration that does not match included. */
function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(error.message));
  page.on('console', message => {
    if (['warning', 'error'].includes(message.type())) problems.push(message.text());
  });
  return problems;
}

async function serve(page: Page, path: string, contentType: string, body: string): Promise<void> {
  await page.route(`**${path}`, route => route.fulfill({contentType, body}));
}
