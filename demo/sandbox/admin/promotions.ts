export type PaymentSystem = {readonly id: number; readonly name: string};
export type Period = {readonly from: string; readonly to: string; readonly offset?: string};

/** A promotion of the Subscriptions API, as far as the sandbox has it. */
export type SubscriptionPromotion = {
  readonly id: number;
  /** Whether what it has can no more be changed; periods can still be added. */
  readonly readOnly: boolean;
  readonly paymentSystems: readonly PaymentSystem[];
  readonly periods: readonly Period[];
};

const payPal: PaymentSystem = {id: 24, name: 'PayPal'};
const lastSpring: Period = {from: '2026-03-01T00:00:00+00:00', to: '2026-06-01T00:00:00+00:00'};

/** What there is after the start: one promotion to change, and one that is read-only. */
const SEED: readonly SubscriptionPromotion[] = [
  {id: 17840, readOnly: false, paymentSystems: [payPal], periods: []},
  {id: 17841, readOnly: true, paymentSystems: [payPal], periods: [lastSpring]},
];

/** The company's promotions of the Subscriptions API. */
export class SubscriptionPromotions {
  readonly #promotions = new Map(SEED.map(promotion => [promotion.id, promotion]));

  get(id: number): SubscriptionPromotion | undefined {
    return this.#promotions.get(id);
  }

  /** `false` when the promotion is read-only. */
  setPaymentSystems(promotion: SubscriptionPromotion, paymentSystems: readonly PaymentSystem[]): boolean {
    if (promotion.readOnly) return false;
    this.#promotions.set(promotion.id, {...promotion, paymentSystems});
    return true;
  }

  /** `false` when the promotion is read-only and one of its periods is not among the new ones. */
  setPeriods(promotion: SubscriptionPromotion, periods: readonly Period[]): boolean {
    const kept = promotion.periods.every(period => periods.some(other => areEqual(period, other)));
    if (promotion.readOnly && !kept) return false;
    this.#promotions.set(promotion.id, {...promotion, periods});
    return true;
  }
}

function areEqual(one: Period, other: Period): boolean {
  return Date.parse(one.from) === Date.parse(other.from) && Date.parse(one.to) === Date.parse(other.to);
}
