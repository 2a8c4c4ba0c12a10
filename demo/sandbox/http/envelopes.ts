import type {ContentfulStatusCode} from 'hono/utils/http-status';

/** The body of every error answer of the store API. */
export type Envelope = {readonly statusCode: number; readonly errorCode: number; readonly errorMessage: string};

/** A request that gets an error as its answer. Thrown by the calls, turned into an answer in one place. */
export class Refusal extends Error {
  readonly statusCode: ContentfulStatusCode;
  /** The vendor's code, 0 if it has none. */
  readonly errorCode: number;
  /** The allowed methods, for a 405. */
  readonly allow: string | undefined;

  constructor(statusCode: ContentfulStatusCode, errorCode: number, text: string, allow?: string, textCode = errorCode) {
    super(errorCode === 0 ? text : `[0401-${textCode}]: ${text}`);
    this.name = 'Refusal';
    this.statusCode = statusCode;
    this.errorCode = errorCode;
    this.allow = allow;
  }

  get envelope(): Envelope {
    return {statusCode: this.statusCode, errorCode: this.errorCode, errorMessage: this.message};
  }
}

/** 401/1501 for a request without an `Authorization` header. */
export function authorizationMissing(): Refusal {
  return new Refusal(401, 1501, 'Authorization failed: Authorization header not sent');
}

/**
 * 401/1501 for a header that names no player: wrong scheme, forged, expired, unknown. The vendor documents one code for
 * all of these.
 */
export function authorizationFailed(): Refusal {
  return new Refusal(401, 1501, 'Authorization failed: Provide authorization');
}

/** 404/9911, documented for `claim-user-reward-chain-step-reward`. */
export function stepNotFound(): Refusal {
  return new Refusal(404, 9911, 'Reward chain step not found.');
}

/** 422/9912, documented for `claim-user-reward-chain-step-reward`; for days the vendor documents the status only. */
export function alreadyClaimed(): Refusal {
  return new Refusal(422, 9912, 'Reward already claimed.');
}

/** 422/9913, documented for `claim-user-reward-chain-step-reward`. */
export function notEnoughPoints(): Refusal {
  return new Refusal(422, 9913, 'Not enough value points to claim step reward.');
}

/**
 * An unknown chain. Not documented by the vendor for player calls; the sandbox answers 404/4001, which the vendor uses
 * for the same mistake in server-side calls.
 */
export function chainNotFound(): Refusal {
  return new Refusal(404, 4001, 'Reward chain not found');
}

/** An unknown daily chain. The vendor documents the status; the code is the one of {@link chainNotFound}. */
export function dailyChainNotFound(): Refusal {
  return new Refusal(404, 4001, 'Daily chain not found');
}

/** An unknown day of a daily chain. The vendor documents the status; the code is the one of {@link chainNotFound}. */
export function dayNotFound(): Refusal {
  return new Refusal(404, 4001, 'Daily chain step not found');
}

/** A future or past day. The vendor documents the status, but not which code means which. */
export function dayNotClaimable(): Refusal {
  return new Refusal(422, 1102, 'Unprocessable Entity. The step cannot be claimed now');
}

/** An unknown offer chain. The vendor documents the status, with a body of another error; the code is that of {@link chainNotFound}. */
export function offerChainNotFound(): Refusal {
  return new Refusal(404, 4001, 'Offer chain not found');
}

/** An unknown step of an offer chain, or one of a chain that is not running. As {@link offerChainNotFound}. */
export function offerStepNotFound(): Refusal {
  return new Refusal(404, 4001, 'Offer chain step not found');
}

/**
 * A step that is not the next one, or of the other kind. The vendor documents the status, but not which code means
 * which.
 */
export function offerStepRefused(reason: string): Refusal {
  return new Refusal(422, 1102, `Unprocessable Entity. The step ${reason}`);
}

/** 404/9001, documented for `get-order`; also for the order of another player. */
export function orderNotFound(): Refusal {
  return new Refusal(404, 9001, 'Order not found');
}

/** 404/4001, documented for `create-order-with-item`. */
export function itemNotFound(sku: string): Refusal {
  return new Refusal(404, 4001, `Item with sku = '${sku}' not found`);
}

/** 422/1411, documented for `create-order-with-item` and `create-free-order-with-item`. */
export function itemInvalid(): Refusal {
  return new Refusal(422, 1411, 'Invalid item');
}

/** 422/1460, from the vendor's list of errors: the limit of a purchase, of a promotion or of its gift. */
export function purchaseLimitExceeded(): Refusal {
  return new Refusal(422, 1460, 'Purchase limit exceeded');
}

/** 422/1459, from the vendor's list of errors. */
export function outOfStock(): Refusal {
  return new Refusal(422, 1459, 'Item stock limit exceeded');
}

/** 422/1456, from the vendor's list of errors. */
export function itemIsFree(): Refusal {
  return new Refusal(422, 1456, 'Free item cannot be paid for');
}

/** 422/5006, documented for `create-order-with-item-for-virtual-currency`. */
export function notEnoughCurrency(): Refusal {
  return new Refusal(422, 5006, 'Not enough virtual currency');
}

/** 404/9802, documented for an unknown `promo_code`. */
export function promoCodeNotFound(): Refusal {
  return new Refusal(404, 9802, 'Coupon not found');
}

/** 404/9811, documented for `verify-promotion-code`. */
export function codeNotFound(): Refusal {
  return new Refusal(404, 9811, 'Code not found.');
}

/** 404/4001 with another code in its text, documented for the rewards and the redemption of a coupon or promo code. */
export function couponNotFound(noun: string): Refusal {
  return new Refusal(404, 4001, `Enter valid ${noun}.`, undefined, 9807);
}

/** 422/9804, documented for `verify-promotion-code` and the rewards of a code; for its redemption nothing is documented. */
export function codeLimitReached(): Refusal {
  return new Refusal(422, 9804, 'You have reached the coupon redemption limit.');
}

/** 422/9808, as {@link codeLimitReached}. */
export function codeNotInRegion(): Refusal {
  return new Refusal(422, 9808, 'Coupon is not available in your region.');
}

/** 422/9810, documented for `create-order-with-item`; the sandbox answers it for every call with a code. */
export function codeExpired(): Refusal {
  return new Refusal(422, 9810, 'Coupon has expired.');
}

/** 422/1401, documented for the order of a cart, and for a token to pay for items. */
export function invalidCart(): Refusal {
  return new Refusal(422, 1401, 'Invalid cart');
}

/** A project the sandbox does not have. Not documented by the vendor; the sandbox answers 404/0. */
export function projectNotFound(): Refusal {
  return new Refusal(404, 0, 'Project not found');
}

/** A path the sandbox does not have. Not documented by the vendor; the sandbox answers 404/0. */
export function pathNotFound(): Refusal {
  return new Refusal(404, 0, 'Path not found');
}

/** 405/0 for a known path with another method. */
export function methodNotAllowed(allowed: string): Refusal {
  return new Refusal(405, 0, `Method is not allowed. Method must be one of: ${allowed}`, allowed);
}

/** 422/1102, the vendor's code for a request that fails validation. */
export function invalidProperty(name: string, requirement: string): Refusal {
  return new Refusal(422, 1102, `Unprocessable Entity. The property \`${name}\` ${requirement}`);
}

/** 422/1102 for a missing property, in the vendor's words. */
export function requiredProperty(name: string): Refusal {
  return invalidProperty(name, 'is required');
}
