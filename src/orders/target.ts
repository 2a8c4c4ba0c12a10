import {LiveOpsError} from '../errors.js';
import {checkId, checkPromoCode, checkSku} from '../http/ids.js';
import type {OrderTarget} from '../offers.js';

const MOST_PIECES = 1_000_000;

/** The target with nothing else in it. @throws {LiveOpsError} `config`, naming the field that is wrong. */
export function checkTarget(target: OrderTarget): OrderTarget {
  if (Object(target) !== target) {
    throw new LiveOpsError('config', '`target` must be `{sku, quantity?}` or `{offerChainId, stepNumber}`.');
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

/** The same for two targets of which only one may have an open order: the quantity makes no difference. */
export function keyOf(target: OrderTarget): string {
  return 'sku' in target ? `item ${target.sku}` : `step ${target.offerChainId}/${target.stepNumber}`;
}

/** Whether two targets of one key buy the same. */
export function isSame(left: OrderTarget, right: OrderTarget): boolean {
  return keyOf(left) === keyOf(right) && piecesOf(left) === piecesOf(right) && codeOf(left) === codeOf(right);
}

function codeOf(target: OrderTarget): string {
  return ('sku' in target && target.promoCode) || '';
}

function piecesOf(target: OrderTarget): number {
  return ('sku' in target && target.quantity) || 1;
}
