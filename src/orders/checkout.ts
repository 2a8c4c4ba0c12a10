import {isLoopback} from '../http/loopback.js';
import type {PaymentSettings} from '../session/context.js';

/** Where one press of the player will lead, once its order is known. */
export type CheckoutView = {
  /** Opens the payment page of an order. Whether it could be opened. */
  show(order: {readonly id: number; readonly token: string}): Promise<boolean>;
  /** Nothing is to be paid: takes away what the press has opened. */
  close(): void;
};

const LIVE = 'https://secure.xsolla.com';
const TEST = 'https://sandbox-secure.xsolla.com';

/** The payment page of a token: at one of the vendor's two hosts or, for an API on this machine, there. */
export function toCheckoutUrl({apiBase, sandbox}: Pick<PaymentSettings, 'apiBase' | 'sandbox'>, token: string): string {
  const {origin, hostname} = new URL(apiBase);
  const place = isLoopback(hostname) ? origin : sandbox ? TEST : LIVE;
  return `${place}/paystation4/?token=${encodeURIComponent(token)}`;
}

/** Called in the player's press: later a browser opens no window. */
export function prepareCheckout(settings: PaymentSettings): CheckoutView {
  if (settings.openCheckout) return pageView(settings);
  if (settings.mode === 'host') return hostView(settings);
  return settings.mode === 'same-tab' ? tabView(settings) : windowView(settings);
}

/** Where Pay Station leads back to: this page, without what it has added before. */
export function returnUrl({mode, openCheckout}: PaymentSettings): string | undefined {
  if (mode !== 'same-tab' || openCheckout || typeof location === 'undefined') return undefined;
  const url = new URL(location.href);
  for (const name of ['user_id', 'foreigninvoice', 'invoice_id', 'status']) url.searchParams.delete(name);
  const whole = url.origin + url.pathname + url.search;
  if (!/^https?:/.test(whole)) return undefined;
  return [whole, url.origin + url.pathname].find(address => address.length <= LONGEST_URL);
}

const LONGEST_URL = 1_000;

const nothing = (): void => undefined;

/** A separate window, blank until the order is known. `null` where the browser has blocked it. */
function windowView(settings: PaymentSettings): CheckoutView {
  const tab = openBlank();
  return {
    async show({token}) {
      if (!tab || tab.closed) return false;
      try {
        // The payment page has no business with this one.
        tab.opener = null;
        tab.location.replace(toCheckoutUrl(settings, token));
        return true;
      } catch {
        // The player has gone elsewhere in it.
        return false;
      }
    },
    close: () => tab?.close(),
  };
}

function openBlank(): Window | null | undefined {
  try {
    return (globalThis as Partial<Pick<Window, 'open'>>).open?.('', '_blank');
  } catch {
    // As good as blocked: some webviews refuse the very call.
    return undefined;
  }
}

function tabView(settings: PaymentSettings): CheckoutView {
  return {
    async show({token}) {
      location.assign(toCheckoutUrl(settings, token));
      return true;
    },
    close: nothing,
  };
}

/** The game opens its browser. That it answers late or never is all right: the order is followed anyway. */
function hostView(settings: PaymentSettings): CheckoutView {
  return {
    show: async ({id, token}) =>
      (await settings.askHost?.({url: toCheckoutUrl(settings, token), orderId: id})) ?? false,
    close: nothing,
  };
}

/** The page's own way, which nobody waits for. An error of it is the page's, and leaves the order open. */
function pageView({openCheckout, ...settings}: PaymentSettings): CheckoutView {
  return {
    async show({id, token}) {
      const order = {url: toCheckoutUrl(settings, token), token, orderId: id, sandbox: settings.sandbox};
      try {
        void Promise.resolve(openCheckout?.(order)).catch(rethrow);
        return true;
      } catch (error) {
        rethrow(error);
        return false;
      }
    },
    close: nothing,
  };
}

function rethrow(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
