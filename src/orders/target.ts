import {LiveOpsError} from '../errors.js';
import {checkId} from '../http/ids.js';
import type {OrderTarget} from '../offers.js';

/** The vendor's longest SKU. */
const SKU = /^[\w.-]{1,255}$/;
/** The vendor's codes, where upper and lower case differ. */
const CODE = /^[a-zA-Z0-9]{1,128}$/;
const MOST_PIECES = 1_000_000;

/** The target with nothing else in it. @throws {LiveOpsError} `config`, naming the field that is wrong. */
export function checkTarget(target: OrderTarget): OrderTarget {
  if (Object(target) !== target) {
    throw new LiveOpsError(
      'config',
      '`target` must be `{sku, quantity?, promoCode?}` or `{offerChainId, stepNumber}`.',
    );
  }
  if ('sku' in target) {
    const {sku, quantity, promoCode} = target;
    if (typeof sku !== 'string' || !SKU.test(sku)) {
      throw new LiveOpsError('config', '`sku` must be 1 to 255 letters, digits, dots, dashes or underscores.');
    }
    const code = promoCode !== undefined && {promoCode: checkPromoCode(promoCode)};
    if (quantity === undefined) return {sku, ...code};
    if (checkId(quantity, 'quantity') > MOST_PIECES) {
      throw new LiveOpsError('config', `\`quantity\` must be at most ${MOST_PIECES}.`);
    }
    return {sku, quantity, ...code};
  }
  const {offerChainId, stepNumber} = target;
  return {offerChainId: checkId(offerChainId, 'offerChainId'), stepNumber: checkId(stepNumber, 'stepNumber')};
}

function checkPromoCode(code: string): string {
  if (typeof code === 'string' && CODE.test(code)) return code;
  throw new LiveOpsError('config', '`promoCode` must be 1 to 128 letters and digits.');
}

/** The target as it is ordered: an item takes the kept code along, unless it has its own. */
export function withPromoCode(target: OrderTarget, kept: string | undefined): OrderTarget {
  const takesIt = 'sku' in target && target.promoCode === undefined && kept !== undefined;
  return takesIt ? {...target, promoCode: kept} : target;
}

export function promoCodeOf(target: OrderTarget): string | undefined {
  return 'sku' in target ? target.promoCode : undefined;
}

/** The same for two targets of which only one may have an open order: quantity and promo code make no difference. */
export function keyOf(target: OrderTarget): string {
  return 'sku' in target ? `item ${target.sku}` : `step ${target.offerChainId}/${target.stepNumber}`;
}

/** Whether two targets of one key buy the same. */
export function isSame(left: OrderTarget, right: OrderTarget): boolean {
  const isSamePrice = piecesOf(left) === piecesOf(right) && promoCodeOf(left) === promoCodeOf(right);
  return keyOf(left) === keyOf(right) && isSamePrice;
}

function piecesOf(target: OrderTarget): number {
  return ('sku' in target && target.quantity) || 1;
}
