import {randomBytes} from 'node:crypto';
import {html, raw} from 'hono/html';
import type {OrderStatus, SandboxOrder} from './orders.js';

/** What the page shows: an order in its status, one whose link is too old, one to be paid later, or none. */
export type PageState = OrderStatus | 'later' | 'link-expired' | 'unknown';

const TEXTS: Readonly<Record<PageState, string>> = {
  new: 'Choose how this payment ends.',
  later: 'The payment will arrive later, as with a bank transfer. The order waits for it.',
  paid: 'The payment has been received. The goods are on their way.',
  done: 'The payment has been received, and the goods are delivered.',
  canceled: 'The payment was declined, and the order is canceled.',
  expired: 'The order has expired.',
  'link-expired': 'This payment link has expired.',
  unknown: 'This payment link is not known.',
};

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem;color:#1c2230;' +
  'background:#f4f5f9}main{background:#fff;border-radius:12px;padding:1.5rem;box-shadow:0 2px 12px #0002}' +
  'button,a{display:block;box-sizing:border-box;width:100%;font:inherit;text-align:center;padding:.7rem;' +
  'margin-top:.6rem;border:1px solid #c3c8d6;border-radius:8px;background:#fff;color:inherit;text-decoration:none}' +
  'button[value=pay]{background:#2b59ff;border-color:#2b59ff;color:#fff}';

/** The payment page of the sandbox, and the policy that lets its own style and script run, and nothing else. */
export function payStationPage(order: SandboxOrder | undefined, state: PageState): {html: string; policy: string} {
  const nonce = randomBytes(16).toString('base64');
  const isOpen = state === 'new' || state === 'later';
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Pay Station of the sandbox</title>
        <style nonce="${nonce}">
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main data-state="${state}">
          <h1>Pay Station</h1>
          ${order ? html`<p>${order.quantity} × ${order.name}, ${priceOf(order)}. Order ${order.id}.</p>` : ''}
          <p>${TEXTS[state]}</p>
          ${isOpen ? buttons() : ''}
          ${order?.returnUrl ? html`<a href="${backTo(order, order.returnUrl)}">Back to the shop</a>` : ''}
          <button type="button" id="close">Close</button>
        </main>
        <script nonce="${nonce}">
          document.querySelector('#close').onclick = () => window.close();
        </script>
      </body>
    </html>`;
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'self'`;
  return {html: String(page), policy: `${policy}; base-uri 'none'`};
}

function buttons(): ReturnType<typeof html> {
  return html`<form method="post">
    <button name="action" value="pay">Pay</button>
    <button name="action" value="decline">Decline</button>
    <button name="action" value="later">Pay later</button>
  </form>`;
}

function priceOf({price}: SandboxOrder): string {
  return price
    ? new Intl.NumberFormat('en', {style: 'currency', currency: price.currency}).format(price.amount)
    : 'free';
}

/** The vendor adds these to the shop's address; they come from the player's browser, and prove nothing. */
function backTo({id, user, status}: SandboxOrder, address: string): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries({user_id: user, invoice_id: String(id), status})) {
    url.searchParams.set(name, value);
  }
  return url.href;
}
