import type {Condition} from '../players/attribute-conditions.js';

/** A text by the vendor's two-letter language key; a language without a text is `null`. */
export type LocaleMap = Readonly<Record<string, string | null>>;

/**
 * Where a picture is: an `https` address, or one of the sandbox's own, such as `/sandbox/images/gem.svg`, which answers
 * show with the origin they were asked at.
 */
export type SeedImage = string;

/** Something a step gives. `bundle_type` belongs to bundles and is shown by `user-clan-update` only. */
export type SeedReward = {
  readonly sku: string;
  readonly name: string;
  readonly type: 'virtual_good' | 'virtual_currency' | 'bundle';
  readonly description: string;
  readonly image_url: SeedImage;
  readonly quantity: number;
  readonly bundle_type?: 'standard' | 'virtual_currency_package';
  /** Which players get it; absent is all. */
  readonly attribute_conditions?: readonly Condition[];
};
