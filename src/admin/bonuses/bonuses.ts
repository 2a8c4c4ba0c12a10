import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {flagOf, type PageOptions, rowsOf} from '../connection/pages.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
import {bonus, bonusPage, created, promotionPage, toInput, unknownIn} from './answers.js';
import type {AnyPromotion, BonusPromotion, BonusPromotionInput} from './bonus.js';
import {bonusInput, RELATED_FIELDS} from './checks.js';

/** Bonus promotions of the project: items given with a purchase. */
export type Bonuses = {
  /** Creates a promotion, which is disabled at first (`create-bonus-promotion`). */
  create(input: BonusPromotionInput): Promise<{promotion_id: number}>;
  /** All of them, page by page (`get-bonus-promotion-list`). */
  list(options?: PageOptions): AsyncIterable<BonusPromotion>;
  /** Promotions of every kind, including bonus promotions (`get-promotion-list`). */
  listAll(options?: PageOptions & {enabled?: boolean | undefined}): AsyncIterable<AnyPromotion>;
  /** Rejects with `not-found` (`get-bonus-promotion`). */
  get(promotionId: number): Promise<BonusPromotion>;
  /** Replaces **everything**: fields missing from the input are removed (`update-bonus-promotion`). See `change`. */
  update(promotionId: number, input: BonusPromotionInput): Promise<void>;
  /**
   * Reads the promotion, lets `how` return the new version, and replaces it. Only what `how` changes is checked; the
   * rest is sent back unchanged, including fields that this version does not know. If two changes run at the same time,
   * the later one wins.
   */
  change(
    promotionId: number,
    how: (current: BonusPromotionInput) => BonusPromotionInput | Promise<BonusPromotionInput>,
  ): Promise<void>;
  /** Deletes it permanently (`delete-bonus-promotion`). */
  delete(promotionId: number): Promise<void>;
  activate(promotionId: number): Promise<void>;
  deactivate(promotionId: number): Promise<void>;
};

/** @param sendCall - Takes paths below the project's `admin`. */
export function createBonuses(sendCall: SendCall): Bonuses {
  const pathOf = (promotionId: number, what = 'bonus') =>
    ['promotion', checked(whole(1), promotionId, 'promotionId'), what] as const;

  const get = async (promotionId: number): Promise<BonusPromotion> =>
    read(bonus, await sendCall({method: 'GET', path: pathOf(promotionId)}));

  const put = async (promotionId: number, what?: string, body?: object): Promise<void> => {
    await sendCall({method: 'PUT', path: pathOf(promotionId, what), body});
  };

  return {
    get,
    async create(input) {
      const body = checked(bonusInput, input);
      return read(created, await sendCall({method: 'POST', path: ['promotion', 'bonus'], body}));
    },
    ...listsOver(sendCall),
    async update(promotionId, input) {
      await put(promotionId, 'bonus', checked(bonusInput, input));
    },
    async change(promotionId, how) {
      const current = await get(promotionId);
      const fields = {current: toInput(current), how, schemaOf: () => bonusInput, related: RELATED_FIELDS};
      const next = await editedBy(fields);
      await put(promotionId, 'bonus', {...unknownIn(current), ...next});
    },
    async delete(promotionId) {
      await sendCall({method: 'DELETE', path: pathOf(promotionId)});
    },
    activate: async promotionId => await put(promotionId, 'activate'),
    deactivate: async promotionId => await put(promotionId, 'deactivate'),
  };
}

function listsOver(sendCall: SendCall): Pick<Bonuses, 'list' | 'listAll'> {
  return {
    list: options =>
      rowsOf(async window => {
        const answer = await sendCall({method: 'GET', path: ['promotion', 'bonus'], query: window});
        const {promotions, total_promotions_count} = read(bonusPage, answer);
        return {rows: promotions, total: total_promotions_count};
      }, options),
    listAll: options =>
      rowsOf(async window => {
        const query = {...window, enabled: flagOf(options)};
        const answer = await sendCall({method: 'GET', path: ['promotion'], query});
        const {promotions, total_promotions_count} = read(promotionPage, answer);
        return {rows: promotions, total: total_promotions_count};
      }, options),
  };
}
