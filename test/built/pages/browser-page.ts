import type {AddressInfo} from 'node:net';

import {serve} from '@hono/node-server';
import type {Hono} from 'hono';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {watchTokens} from './token-traces.js';

export type Served = {url: string; close: () => Promise<void>};

/** Serves an app on a free port of this machine. */
export async function serveApp(app: Hono): Promise<Served> {
  const options = {fetch: app.fetch, hostname: '127.0.0.1', port: 0, overrideGlobalObjects: false};
  const [server, port] = await new Promise<[ReturnType<typeof serve>, number]>(resolve => {
    const started = serve(options, ({port}: AddressInfo) => resolve([started, port]));
  });
  const close = async (): Promise<void> => {
    await new Promise(resolve => {
      server.close(resolve);
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  };
  return {url: `http://127.0.0.1:${port}/`, close};
}

/** What a page did that no page should. */
export type Misdeeds = {errors: string[]; warnings: string[]; hosts: Set<string>};

/**
 * A page of its own, whose console, uncaught errors and hosts asked are noted. When the browser is closed, no token that
 * the page sent may have left a trace in it.
 */
export async function newPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{page: Page; misdeeds: Misdeeds}> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  watchTokens(browser, page);
  const misdeeds: Misdeeds = {errors: [], warnings: [], hosts: new Set()};
  page.on('pageerror', error => misdeeds.errors.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') misdeeds.errors.push(`${message.text()} ${message.location().url}`);
    if (message.type() === 'warning') misdeeds.warnings.push(message.text());
  });
  page.on('request', request => {
    const {protocol, hostname} = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol)) misdeeds.hosts.add(hostname);
  });
  return {page, misdeeds};
}

/** What the browser itself writes for every answer of a fault. */
export function ownErrors({errors}: Misdeeds): string[] {
  return errors.filter(text => !text.startsWith('Failed to load resource'));
}
