import {invalidProperty, Refusal} from '../http/envelopes.js';

/** 401/1020, documented for all server-side calls but those of rules. */
export function wrongCredentials(): Refusal {
  return new Refusal(401, 1020, 'Error in Authentication method occurred');
}

/** 404/9502, documented for `get-bonus-promotion` and `delete-bonus-promotion`. */
export function promotionNotFound(id: number, projectId: number): Refusal {
  return new Refusal(404, 9502, `Can not find promotion with ID = ${id} in project ${projectId}`);
}

/** 422/1102, which `activate-promotion` and `deactivate-promotion` answer where other calls answer 404. */
export function promotionNotUpdated(): Refusal {
  return new Refusal(422, 1102, 'Error was occurred while promotion was being updated');
}

/** 404/4001 with another code in its text, documented for the calls of coupons, promo codes and unique catalog offers. */
export function campaignNotFound(type: 'coupon' | 'promocode' | 'unique_catalog_offer'): Refusal {
  return new Refusal(404, 4001, `${type === 'promocode' ? 'Promocode' : 'Coupon'} not found`, undefined, 9802);
}

/** 404/9802, documented for the limits of players on coupons and promo codes. */
export function campaignOfLimitNotFound(type: 'coupon' | 'promocode' | 'unique_catalog_offer'): Refusal {
  return new Refusal(404, 9802, `${type === 'promocode' ? 'Promocode' : 'Coupon'} not found`);
}

/** 404/1101, documented for the limits of players on promotions. */
export function limitedPromotionNotFound(): Refusal {
  return new Refusal(404, 1101, 'Promotion not found');
}

/** 404/5008, documented for the limits of players. */
export function userNotFound(): Refusal {
  return new Refusal(404, 5008, 'Could not find User');
}

/** 422/1102, documented for the limits of players. */
export function userRequired(): Refusal {
  return invalidProperty('user_external_id', 'is required and must not contain spaces');
}

/** 422/4509, documented for promotions without a limit; for coupons and promo codes nothing is documented. */
export function noUserLimit(): Refusal {
  return new Refusal(422, 4509, 'Promotion does not have configured user limits.');
}

/** 422/4511, documented for the limits of players. */
export function limitOutOfRange(noun: string): Refusal {
  return new Refusal(422, 4511, `Available ${noun} limit is out of range.`);
}

/** 422/9803, documented for `create-unique-catalog-offer-code`. */
export function codeExists(): Refusal {
  return new Refusal(422, 9803, 'The code already exists.');
}

/** A promotion of the Subscriptions API that the sandbox does not have. Not documented; the sandbox answers 404/0. */
export function subscriptionPromotionNotFound(): Refusal {
  return new Refusal(404, 0, 'Promotion not found');
}

/** A change that a read-only promotion refuses. Documented without its code; the sandbox answers 422/1102. */
export function readOnlyPromotion(): Refusal {
  return new Refusal(422, 1102, 'The promotion is read-only');
}

/** The deletion of an enabled promotion, which the vendor's PHP client says is refused; here with 422/1102. */
export function promotionEnabled(): Refusal {
  return new Refusal(422, 1102, 'The promotion is enabled');
}

/** Enabling a promotion that has no subject or no reward. Not documented; the sandbox answers 422/1102. */
export function promotionIncomplete(reason: string): Refusal {
  return new Refusal(422, 1102, reason);
}

/** 403 for a campaign of another company, as in the tests of the vendor's PHP client. */
export function campaignDenied(): Refusal {
  return new Refusal(403, 0, 'Access denied');
}

/** A coupon of the Subscriptions API that the sandbox does not have. Not documented; the sandbox answers 404/0. */
export function subscriptionCouponNotFound(): Refusal {
  return new Refusal(404, 0, 'Coupon not found');
}

/** 404/9901 with another code in its text, documented for `post-upsell` and `put-upsell`. */
export function upsellItemsNotFound(skus: readonly string[]): Refusal {
  return new Refusal(404, 9901, `Items weren't found: ${skus.join(', ')}`, undefined, 4001);
}

/** 422/1102, documented for `admin-create-payment-token`. */
export function countryMissing(): Refusal {
  return new Refusal(422, 1102, 'The parameter user.country.value or the header X-User-Ip must be specified');
}

/** 404/4001, documented for the calls that assign value points to items. */
export function itemNotFound(sku: string): Refusal {
  return new Refusal(404, 4001, `Item with sku = '${sku}' not found`);
}

/** An unknown rule. Not documented; the sandbox answers 404/4001. */
export function ruleNotFound(): Refusal {
  return new Refusal(404, 4001, 'Rule not found');
}

/** 401/1501, documented for the calls of rules when there is no `Authorization` header. */
export function headerMissing(): Refusal {
  return new Refusal(401, 1501, 'Authorization failed: Authorization header not sent');
}

/** 403/0, documented together with 401/1501 for the two lists of rules, which answer it here. */
export function headerNotSent(): Refusal {
  return new Refusal(403, 0, 'Authorization header not sent');
}

/** 401/1013, documented for the calls of rules when the credentials are wrong. */
export function tokenNotFound(): Refusal {
  return new Refusal(401, 1013, 'Token not found');
}
