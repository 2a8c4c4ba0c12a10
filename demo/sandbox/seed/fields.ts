import type {Condition} from '../players/attribute-conditions.js';

/** A text by the vendor's two-letter language key; a language without a text is `null`. */
export type LocaleMap = Readonly<Record<string, string | null>>;

/**
 * The URL of a picture: an `https` URL, or a path in the sandbox such as `/sandbox/images/gem.svg`, to which answers
 * add the origin of the request.
 */
export type SeedImage = string;

/** A reward of a step. `bundle_type` is only for bundles and shown only by `user-clan-update`. */
export type SeedReward = {
  readonly sku: string;
  readonly name: string;
  readonly type: 'virtual_good' | 'virtual_currency' | 'bundle';
  readonly description: string;
  readonly image_url: SeedImage;
  readonly quantity: number;
  readonly bundle_type?: 'standard' | 'virtual_currency_package';
  /** Which players get it; absent means all. */
  readonly attribute_conditions?: readonly Condition[];
};

/** What something costs in real money, and the currency by its ISO 4217 code. */
export type SeedPrice = {readonly amount: number; readonly currency: string};
