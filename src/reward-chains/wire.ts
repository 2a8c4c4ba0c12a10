/* The vendor's reward chain (`get-reward-chains-list`, `get-user-reward-chain-balance`) as the model's. */
import type {LocalizedText, RewardChain, RewardChainStep, ValuePoint} from '../model.js';
import {toContributorRows} from '../boards/wire.js';
import {toReset} from '../http/resets.js';
import {toReward} from '../http/rewards.js';
import {defined, isRecord, toAmount, toId, toImageUrl, toRecords, toText, toTime} from '../http/parse.js';

type Row = Record<string, unknown>;

/** A chain, or `undefined` for a row without an id, since no request could name it. */
export function toRewardChain(row: Row): RewardChain | undefined {
  const id = toId(row['reward_chain_id']);
  if (id === undefined) return undefined;
  return {
    id,
    name: toText(row['name']) ?? '',
    order: toAmount(row['order']) ?? 0,
    clanType: toText(row['clan_type']) ?? null,
    valuePoint: toValuePoint(isRecord(row['value_point']) ? row['value_point'] : {}),
    steps: toRecords(row['steps']).flatMap(step => toStep(step) ?? []),
    topContributors: toContributorRows(row['top_contributors']),
    ...defined({
      description: toText(row['description']),
      imageUrl: toImageUrl(row['image_url']),
      startsAt: toTime(row['date_start']),
      endsAt: toTime(row['date_end']),
      reset: toReset(row['recurrent_schedule']),
      howToJoin: toHowToJoin(row),
    }),
  };
}

/** `is_clan` is missing from the documented list examples, so it may stay unknown. */
export function toValuePoint(row: Row): ValuePoint {
  return {
    sku: toText(row['sku']) ?? '',
    name: toText(row['name']) ?? '',
    amount: toAmount(row['amount']),
    ...defined({
      isClan: typeof row['is_clan'] === 'boolean' ? row['is_clan'] : undefined,
      imageUrl: toImageUrl(row['image_url']),
    }),
  };
}

function toStep(row: Row): RewardChainStep | undefined {
  const id = toId(row['step_id']);
  if (id === undefined) return undefined;
  return {
    id,
    name: toText(row['name']) ?? '',
    price: isRecord(row['price']) ? toAmount(row['price']['amount']) : null,
    claimed: row['is_claimed'] === true,
    rewards: toRecords(row['reward']).map(reward => toReward(reward, 'expected')),
    ...defined({imageUrl: toImageUrl(row['image_url'])}),
  };
}

function toHowToJoin(row: Row): RewardChain['howToJoin'] {
  const header = toLocalizedText(row['popup_header']);
  const instruction = toLocalizedText(row['popup_instruction']);
  const imageUrl = toImageUrl(row['popup_image_url']);
  if (!header && !instruction && !imageUrl) return undefined;
  return {header: header ?? {}, instruction: instruction ?? {}, ...defined({imageUrl})};
}

/** Values may be null. Without a prototype, a language key can never find an inherited name. */
function toLocalizedText(value: unknown): LocalizedText | undefined {
  if (!isRecord(value)) return undefined;
  const texts = Object.create(null) as Record<string, string>;
  for (const [key, text] of Object.entries(value)) {
    const known = toText(text);
    if (known !== undefined) texts[key] = known;
  }
  return Object.keys(texts).length ? texts : undefined;
}
