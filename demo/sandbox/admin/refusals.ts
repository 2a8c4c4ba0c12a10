import {Refusal} from '../envelopes.js';

/** 401/1020, documented for all server-side calls but those of rules. */
export function wrongCredentials(): Refusal {
  return new Refusal(401, 1020, 'Error in Authentication method occurred');
}

/** 404/9502, documented for `get-bonus-promotion` and `delete-bonus-promotion`. */
export function promotionNotFound(id: number, projectId: number): Refusal {
  return new Refusal(404, 9502, `Can not find promotion with ID = ${id} in project ${projectId}`);
}

/** 422/1102, which `activate-promotion` and `deactivate-promotion` answer where others would say 404. */
export function promotionNotUpdated(): Refusal {
  return new Refusal(422, 1102, 'Error was occurred while promotion was being updated');
}

/** 404/4001, documented for the calls of unique catalog offers. */
export function offerNotFound(): Refusal {
  return new Refusal(404, 4001, 'Coupon not found');
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
