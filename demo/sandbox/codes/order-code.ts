import * as refuse from '../http/envelopes.js';
import type {Fields} from '../http/json-input.js';
import type {PlayerRequest} from '../http/player-calls.js';
import type {LiveCode} from './campaigns.js';
import {usable} from './player-calls.js';

/** The promo code, or the code of a unique offer, that an order of an item takes along. */
export function codeOfOrder(request: PlayerRequest, body: Fields): LiveCode | undefined {
  if (!body.has('promo_code')) return undefined;
  const code = usable(request, body.text('promo_code'), refuse.promoCodeNotFound);
  // A choice has no room in an order of an item.
  if (code.type === 'coupon' || code.units.length) throw refuse.promoCodeNotFound();
  return code;
}
