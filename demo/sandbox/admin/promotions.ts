export type PaymentSystem = {readonly id: number; readonly name: string};
export type Period = {readonly from: string; readonly to: string; readonly offset?: string};

/** A promotion of the Subscriptions API, with the fields that the sandbox supports. */
export type SubscriptionPromotion = {
  readonly id: number;
  /** Whether its fields can no longer be changed; periods can still be added. */
  readonly readOnly: boolean;
  readonly paymentSystems: readonly PaymentSystem[];
  readonly periods: readonly Period[];
};

const payPal: PaymentSystem = {id: 24, name: 'PayPal'};
const lastSpring: Period = {from: '2026-03-01T00:00:00+00:00', to: '2026-06-01T00:00:00+00:00'};

/** The state after the start: one promotion to change, and a read-only one. */
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

  /** `false` if the promotion is read-only. */
  setPaymentSystems(promotion: SubscriptionPromotion, paymentSystems: readonly PaymentSystem[]): boolean {
    if (promotion.readOnly) return false;
    this.#promotions.set(promotion.id, {...promotion, paymentSystems});
    return true;
  }

  /** `false` if the promotion is read-only and one of its periods is not among the new ones. */
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
