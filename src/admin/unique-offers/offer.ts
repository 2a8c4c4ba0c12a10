import type {AnsweredDates} from '../answers/periods.js';
import type {LimitState} from '../answers/fields.js';
import type {RegionalTexts} from '../input/fields.js';
import type {WithPeriods} from '../input/periods.js';
import type {RedeemLimits} from '../promotion-fields/fields.js';

/**
 * The replaceable fields of a unique catalog offer (`Promotions_unique_catalog_offer-update` of the vendor's
 * definition).
 */
export type UniqueOfferUpdate = WithPeriods &
  RedeemLimits & {
    readonly name: RegionalTexts;
    /** SKUs of the items that the offer unlocks. */
    readonly items?: readonly string[] | undefined;
  };

/** A unique catalog offer to create. */
export type UniqueOfferInput = UniqueOfferUpdate & {
  /** The offer's own id in the project: 1 to 255 letters, digits, dots, dashes and underscores. */
  readonly external_id: string;
};

/** A unique catalog offer in the vendor's answer (`get-unique-catalog-offer`). */
export type UniqueOffer = AnsweredDates &
  RedeemLimits & {
    readonly external_id: string;
    readonly name: Readonly<Record<string, string | null>>;
    readonly is_enabled: boolean;
    readonly items?: readonly string[] | null | undefined;
    /** The remaining total limit; `null` without a limit. */
    readonly total_limit_state?: LimitState | null | undefined;
  };
