import * as v from 'valibot';
import {listOf, mapOnly, sku, whole} from '../input/fields.js';

/** A value that the player may be allowed to change in the payment UI. */
type Shown<Value = string> = {readonly value: Value; readonly allow_modify?: boolean | undefined};

/** Who pays. */
export type PayingUser = {
  /** Your id of the player: 1 to 255 characters. */
  readonly id: {readonly value: string};
  /** 1 to 255 characters. */
  readonly name?: {readonly value: string} | undefined;
  readonly email?: {readonly value: string} | undefined;
  /** Two capital letters, ISO 3166-1. It decides currency, prices and payment methods. */
  readonly country?: Shown | undefined;
  readonly age?: number | undefined;
  readonly phone?: (Shown & {readonly hidden?: boolean | undefined}) | undefined;
  /** 32 letters and digits. */
  readonly tracking_id?: {readonly value: string} | undefined;
  /** 17 digits. */
  readonly steam_id?: {readonly value: string} | undefined;
  readonly is_legal?: boolean | undefined;
  readonly legal?: Readonly<Partial<Record<'name' | 'address' | 'vat_id' | 'country', string>>> | undefined;
};

/** How Pay Station shows itself. */
export type PaymentSettings = {
  /** ISO 4217. Default: that of the country. */
  readonly currency?: string | undefined;
  readonly language?: string | undefined;
  /** Your id of the order: 1 to 255 characters. */
  readonly external_id?: string | undefined;
  /** The id of a payment method: a whole number from 1. */
  readonly payment_method?: number | undefined;
  /** Where the player returns to: a URL of at most 1000 characters. What comes back with it is the browser's. */
  readonly return_url?: string | undefined;
  /** Sent unchanged: theme, layout, header and more. */
  readonly ui?: Readonly<Record<string, unknown>> | undefined;
  /** Sent unchanged: when the player is redirected, and by which button. */
  readonly redirect_policy?: Readonly<Record<string, unknown>> | undefined;
};

const characters = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.minLength(min, `must have ${min} to ${max} characters`),
    v.maxLength(max, `must have ${min} to ${max} characters`),
  );
const valueOf = (value: v.GenericSchema) => v.optional(v.strictObject({value}));
const anything = v.optional(mapOnly(v.record(v.string(), v.unknown())));
const flag = v.optional(v.boolean());

export const country = v.strictObject({
  value: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be two capital letters, such as DE')),
  allow_modify: flag,
});

const text = v.optional(v.string());
const legal = mapOnly(v.strictObject({name: text, address: text, vat_id: text, country: text}));

/** What both kinds of token know of a user. */
export const userFields = {
  id: v.strictObject({value: characters(1, 255)}),
  name: valueOf(characters(1, 255)),
  email: valueOf(v.pipe(characters(3, 255), v.regex(/^[^\s@]+@[^\s@]+$/, 'must be an email address'))),
  country: v.optional(country),
  age: v.optional(whole(0)),
  steam_id: valueOf(v.pipe(v.string(), v.regex(/^\d{17}$/, 'must be 17 digits'))),
  tracking_id: valueOf(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{32}$/, 'must be 32 letters and digits'))),
};

const user = v.strictObject({
  ...userFields,
  phone: v.optional(v.strictObject({value: v.string(), allow_modify: flag, hidden: flag})),
  is_legal: flag,
  legal: v.optional(legal),
});

export const settingsFields = {
  currency: v.optional(v.string()),
  language: v.optional(v.string()),
  external_id: v.optional(characters(1, 255)),
  payment_method: v.optional(whole(1)),
  return_url: v.optional(v.pipe(characters(1, 1000), v.url('must be a URL'))),
  ui: anything,
  redirect_policy: anything,
};

export const customParameters = v.nullish(
  v.pipe(
    mapOnly(v.record(v.string(), v.unknown())),
    v.check(parameters => isFilled(parameters), 'must have 1 to 200 names'),
  ),
);

export const paymentTokenInput = v.strictObject({
  user,
  purchase: v.strictObject({items: listOf(v.strictObject({sku, quantity: whole(1)}), 1)}),
  sandbox: flag,
  settings: v.optional(mapOnly(v.strictObject(settingsFields))),
  custom_parameters: customParameters,
});

function isFilled(parameters: object): boolean {
  const {length} = Object.keys(parameters);
  return length >= 1 && length <= 200;
}
