import * as v from 'valibot';
import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {checked} from '../input/check.js';
import {date, listOf, whole} from '../input/fields.js';

/** A payment system by its id at Xsolla (PayPal is 24) and its name. */
export type PaymentSystem = {readonly id: number; readonly name: string};

/** When a promotion is valid. */
export type ValidityPeriod = {
  /** Date and time with an offset. */
  readonly from: string;
  /** Date and time with an offset. */
  readonly to: string;
  /** Sent unchanged: a string field that the vendor does not explain. */
  readonly offset?: string | undefined;
};

/**
 * Promotions of the Subscriptions API. Its paths name a company and no project, so the API key must be valid in all
 * projects of the company.
 *
 * A read-only promotion refuses new payment systems and changes to its periods (`invalid`); further periods may be
 * added.
 */
export type Promotions = {
  /** The promotion's payment systems; empty means all (`get-payment-systems`). */
  getPaymentSystems(promotionId: number): Promise<readonly PaymentSystem[]>;
  /** Replaces them; an empty list means all (`set-payment-systems`). */
  setPaymentSystems(promotionId: number, systems: readonly PaymentSystem[]): Promise<void>;
  /** Replaces the periods (`set-validity-periods`). */
  setPeriods(promotionId: number, periods: readonly ValidityPeriod[]): Promise<void>;
};

const paymentSystem = v.strictObject({id: whole(1), name: v.string()});
const paymentSystems = v.array(paymentSystem);

const period = v.pipe(
  v.strictObject({
    from: date,
    to: date,
    offset: v.optional(v.string()),
  }),
  v.forward(
    v.check(({from, to}) => Date.parse(from) < Date.parse(to), 'must be later than `from`'),
    ['to'],
  ),
);
const periods = listOf(period, 0);

const answeredSystems = v.looseObject({
  payment_systems: v.array(v.looseObject({id: v.number(), name: v.string()})),
});

/** @param sendCall - Takes paths below the company. */
export function createPromotions(sendCall: SendCall): Promotions {
  const pathOf = (promotionId: number, what: string) =>
    ['promotions', checked(whole(1), promotionId, 'promotionId'), what] as const;
  return {
    async getPaymentSystems(promotionId) {
      const answer = await sendCall({method: 'GET', path: pathOf(promotionId, 'payment_systems')});
      return read(answeredSystems, answer).payment_systems.map(({id, name}) => ({id, name}));
    },
    async setPaymentSystems(promotionId, systems) {
      const body = {payment_systems: checked(paymentSystems, systems, 'systems')};
      await sendCall({method: 'PUT', path: pathOf(promotionId, 'payment_systems'), body});
    },
    async setPeriods(promotionId, validity) {
      const body = {periods: checked(periods, validity, 'periods')};
      await sendCall({method: 'PUT', path: pathOf(promotionId, 'periods'), body});
    },
  };
}
