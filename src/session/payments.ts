import type {PaymentSettings} from './context.js';
import type {CheckedOptions} from './options.js';

/** How and where players of a session pay; `askHost` exists if a game embeds the page. */
export function paymentsOf(
  {checkout, sandboxPayments, apiBase, openCheckout}: CheckedOptions,
  askHost: PaymentSettings['askHost'],
): PaymentSettings {
  return {mode: checkout, sandbox: sandboxPayments, apiBase, openCheckout, askHost};
}
