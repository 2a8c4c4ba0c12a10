import * as v from 'valibot';
import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {checked} from '../input/check.js';
import {mapOnly, whole} from '../input/fields.js';
import {
  customParameters,
  type PayingUser,
  type PaymentSettings,
  settingsFields,
  userFields,
} from '../orders/payment.js';

/** The value of a user attribute. */
export type AttributeValue = string | number | boolean;

/** A token to create (`create-token`). */
export type UserTokenInput = {
  readonly user: Pick<PayingUser, 'id' | 'name' | 'email' | 'country' | 'age' | 'steam_id' | 'tracking_id'> & {
    /** What personal items, chains and promotions go by. The token keeps them until it expires. */
    readonly attributes?: Readonly<Record<string, AttributeValue>> | undefined;
  };
  readonly settings: PaymentSettings & {
    readonly project_id: number;
    /** Test payments. */
    readonly mode?: 'sandbox' | undefined;
  };
  /** 1 to 200 names, for your own use. */
  readonly custom_parameters?: Readonly<Record<string, unknown>> | null | undefined;
};

/** Tokens of players, of Pay Station. The API key must be valid in all projects of the company. */
export type Tokens = {
  /**
   * A token for one player: an opaque string that authorizes player calls, by default for 24 hours. It is the way for
   * attributes to reach the shop without Xsolla Login (`create-token`). Each call makes another token, and the earlier
   * ones stay valid.
   */
  create(input: UserTokenInput): Promise<{token: string}>;
};

const attribute = v.union([v.string(), v.number(), v.boolean()], 'must be a text, a number, or true or false');

const input = v.strictObject({
  user: v.strictObject({...userFields, attributes: v.optional(mapOnly(v.record(v.string(), attribute)))}),
  settings: v.strictObject({
    ...settingsFields,
    project_id: whole(1),
    mode: v.optional(v.literal('sandbox')),
  }),
  custom_parameters: customParameters,
});

const created = v.looseObject({token: v.string()});

/** @param sendCall - Takes paths below the company. */
export function createTokens(sendCall: SendCall): Tokens {
  return {
    async create(options) {
      const body = checked(input, options);
      return read(created, await sendCall({method: 'POST', path: ['token'], body}));
    },
  };
}
