import {LiveOpsError} from '../errors.js';
import {checkId, checkPromoCode, checkSku} from '../http/ids.js';
import type {OrderTarget} from '../offers.js';

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
    if (quantity !== undefined && checkId(quantity, 'quantity') > MOST_PIECES) {
      throw new LiveOpsError('config', `\`quantity\` must be at most ${MOST_PIECES}.`);
    }
    return {
      sku: checkSku(sku, 'sku'),
      ...(quantity !== undefined && {quantity}),
      ...(promoCode !== undefined && {promoCode: checkPromoCode(promoCode)}),
    };
  }
  const {offerChainId, stepNumber} = target;
  return {offerChainId: checkId(offerChainId, 'offerChainId'), stepNumber: checkId(stepNumber, 'stepNumber')};
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
