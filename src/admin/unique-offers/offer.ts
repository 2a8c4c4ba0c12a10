import type {AnsweredDates} from '../answers/periods.js';
import type {LimitState} from '../answers/fields.js';
import type {RegionalTexts} from '../input/fields.js';
import type {WithPeriods} from '../input/periods.js';

/**
 * The replaceable fields of a unique catalog offer (`Promotions_unique_catalog_offer-update` of the vendor's
 * definition).
 */
export type UniqueOfferUpdate = WithPeriods & {
  readonly name: RegionalTexts;
  /** SKUs of the items that the offer unlocks. */
  readonly items?: readonly string[] | undefined;
  /** Redemptions by one player, by one code, and in all: a whole number from 1, `null` for no limit, 10 when absent. */
  readonly redeem_user_limit?: number | null | undefined;
  readonly redeem_code_limit?: number | null | undefined;
  readonly redeem_total_limit?: number | null | undefined;
};

/** A unique catalog offer to create. */
export type UniqueOfferInput = UniqueOfferUpdate & {
  /** The offer's own id in the project: 1 to 255 letters, digits, dots, dashes and underscores. */
  readonly external_id: string;
};

/** A unique catalog offer in the vendor's answer (`get-unique-catalog-offer`). */
export type UniqueOffer = AnsweredDates & {
  readonly external_id: string;
  readonly name: Readonly<Record<string, string | null>>;
  readonly is_enabled: boolean;
  readonly items?: readonly string[] | null | undefined;
  readonly redeem_user_limit?: number | null | undefined;
  readonly redeem_code_limit?: number | null | undefined;
  readonly redeem_total_limit?: number | null | undefined;
  /** The remaining total limit; `null` without a limit. */
  readonly total_limit_state?: LimitState | null | undefined;
};
