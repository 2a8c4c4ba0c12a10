import {randomBytes} from 'node:crypto';

/** The replaceable fields of a unique catalog offer. */
export type OfferInput = {
  readonly name: Readonly<Record<string, string>>;
  readonly date_start?: string | null;
  readonly date_end?: string | null;
  readonly items?: readonly string[];
  readonly redeem_user_limit?: number | null;
  readonly redeem_code_limit?: number | null;
  readonly redeem_total_limit?: number | null;
};

/** A stored offer, with every default in place. */
export type Offer = Required<OfferInput> & {readonly external_id: string; readonly is_enabled: boolean};

/** The vendor's default of each limit. */
const LIMIT = 10;
const CODE_BYTES = 8;

/**
 * The unique catalog offers of the project and the codes that unlock them. Codes are stored, but never redeemed here.
 */
export class Offers {
  readonly #offers = new Map<string, Offer>();
  readonly #codes = new Map<string, Set<string>>();

  get all(): readonly Offer[] {
    return [...this.#offers.values()];
  }

  get(id: string): Offer | undefined {
    return this.#offers.get(id);
  }

  /** A new offer is disabled until it is activated. */
  create(external_id: string, input: OfferInput): void {
    this.#offers.set(external_id, complete(external_id, false, input));
    this.#codes.set(external_id, new Set());
  }

  /** Replaces everything except the codes and whether it is enabled. */
  replace({external_id, is_enabled}: Offer, input: OfferInput): void {
    this.#offers.set(external_id, complete(external_id, is_enabled, input));
  }

  enable(offer: Offer, is_enabled: boolean): void {
    this.#offers.set(offer.external_id, {...offer, is_enabled});
  }

  delete({external_id}: Offer): void {
    this.#offers.delete(external_id);
    this.#codes.delete(external_id);
  }

  codes({external_id}: Offer): readonly string[] {
    return [...(this.#codes.get(external_id) ?? [])];
  }

  /** Whether the code was new; a code unlocks only one offer. */
  addCode({external_id}: Offer, code: string): boolean {
    if ([...this.#codes.values()].some(codes => codes.has(code))) return false;
    this.#codes.get(external_id)?.add(code);
    return true;
  }

  generate(offer: Offer, count: number): void {
    const codes = this.#codes.get(offer.external_id);
    for (let left = count; left > 0; left -= 1) codes?.add(randomBytes(CODE_BYTES).toString('hex').toUpperCase());
  }
}

function complete(external_id: string, is_enabled: boolean, input: OfferInput): Offer {
  return {
    date_start: null,
    date_end: null,
    items: [],
    redeem_user_limit: LIMIT,
    redeem_code_limit: LIMIT,
    redeem_total_limit: LIMIT,
    ...input,
    external_id,
    is_enabled,
  };
}
