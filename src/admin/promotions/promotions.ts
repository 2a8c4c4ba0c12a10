import {read} from '../answers/read.js';
import {LiveOpsError} from '../../errors.js';
import type {SendCall} from '../connection/connection.js';
import {switchesOver} from '../connection/switches.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
import {created, findings, promotion, promotionList, toInput, unknownIn} from './answers.js';
import {promotionInput} from './checks.js';
import {createParts, type PromotionParts} from './parts.js';
import type {Promotion, PromotionInput, PromotionRow, ReviewFinding} from './promotion.js';

/**
 * Promotions of the Subscriptions API. Its paths name a company and no project, so the API key must be valid in all
 * projects of the company. Their ids have nothing to do with those of `bonuses`.
 */
export type Promotions = PromotionParts & {
  /** Creates a promotion, which is disabled at first (`create-promotion`). Sent twice, it creates two. */
  create(input: PromotionInput): Promise<{id: number}>;
  /** All of them, with one request: the vendor documents no pages (`get-promotion-list`). */
  list(): AsyncIterable<PromotionRow>;
  /** `get-promotion`. */
  get(promotionId: number): Promise<Promotion>;
  /** Replaces **everything** but its parts: fields missing from the input are removed (`update-promotion`). */
  update(promotionId: number, input: PromotionInput): Promise<void>;
  /**
   * Reads the promotion, lets `how` return the new version, and replaces it. Only what `how` changes is checked; the
   * rest is sent back unchanged, including fields that this version does not know. If two changes run at the same time,
   * the later one wins.
   */
  change(
    promotionId: number,
    how: (current: PromotionInput) => PromotionInput | Promise<PromotionInput>,
  ): Promise<void>;
  /** Deletes it permanently. It must be disabled (`delete-promotion`). */
  delete(promotionId: number): Promise<void>;
  /** What is missing before it can be enabled; empty if nothing is (`review-promotion`). */
  review(promotionId: number): Promise<readonly ReviewFinding[]>;
  /**
   * Enables it, unless it is enabled: reads first, because the vendor's call flips the switch (`toggle-promotion`). Two
   * of these at the same time may cancel each other. After `outcome-unknown` it can be called again.
   */
  enable(promotionId: number): Promise<void>;
  /** Disables it, unless it is disabled. As `enable`. */
  disable(promotionId: number): Promise<void>;
};

const LIST = ['promotions'];

/** @param sendCall - Takes paths below the company. */
export function createPromotions(sendCall: SendCall): Promotions {
  const pathOf = (promotionId: number, ...rest: readonly string[]) =>
    [...LIST, checked(whole(1), promotionId, 'promotionId'), ...rest] as const;

  const get = async (promotionId: number): Promise<Promotion> =>
    read(promotion, await sendCall({method: 'GET', path: pathOf(promotionId)}));

  const put = async (path: readonly (string | number)[], body?: object): Promise<void> => {
    await sendCall({method: 'PUT', path, body});
  };

  return {
    ...createParts(sendCall),
    get,
    async create(input) {
      const body = checked(promotionInput, input);
      return read(created, await sendCall({method: 'POST', path: LIST, body}));
    },
    async *list() {
      yield* await rowsOver(sendCall);
    },
    update: async (promotionId, input) => await put(pathOf(promotionId), checked(promotionInput, input)),
    async change(promotionId, how) {
      const current = await get(promotionId);
      const next = await editedBy({current: toInput(current), how, schemaOf: () => promotionInput});
      await put(pathOf(promotionId), {...unknownIn(current), ...next});
    },
    async delete(promotionId) {
      await sendCall({method: 'DELETE', path: pathOf(promotionId)});
    },
    async review(promotionId) {
      return read(findings, await sendCall({method: 'GET', path: pathOf(promotionId, 'review')}));
    },
    ...switchesOver(
      async promotionId => await isEnabled(sendCall, await get(promotionId)),
      async promotionId => await put(pathOf(promotionId, 'toggle')),
    ),
  };
}

async function rowsOver(sendCall: SendCall): Promise<readonly PromotionRow[]> {
  return read(promotionList, await sendCall({method: 'GET', path: LIST}));
}

/** The vendor's page of `get-promotion` doesn't show `enabled`, the one of the list does. */
async function isEnabled(sendCall: SendCall, {id, enabled}: Promotion): Promise<boolean> {
  const known = enabled ?? (await rowsOver(sendCall)).find(row => row.id === id)?.enabled;
  if (known === undefined) throw new LiveOpsError('bad-answer', 'No answer has `enabled` for this promotion.');
  return known;
}
