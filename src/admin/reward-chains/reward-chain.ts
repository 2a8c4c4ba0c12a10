import type {AnsweredCondition} from '../answers/fields.js';
import type {AttributeConditions} from '../input/conditions.js';
import type {LocaleMap} from '../input/fields.js';
import type {AnsweredSchedule, MonthlySchedule, WeeklySchedule} from '../input/schedules.js';

/** The vendor's words for a clan. */
export const CLAN_TYPES = [
  ...(['clan', 'guild', 'faction', 'community', 'team', 'squad', 'alliance', 'association'] as const),
  ...(['coalition', 'union', 'group', 'civilizations', 'dynasty', 'order', 'league', 'brotherhood'] as const),
  ...(['kingdom', 'organization', 'house', 'empire', 'tribe', 'cartel'] as const),
] as const;

export type ClanType = (typeof CLAN_TYPES)[number];

/** A reward of a step. */
export type StepReward = {
  readonly sku: string;
  readonly quantity: number;
  /** Which players get it; absent means all. */
  readonly attribute_conditions?: AttributeConditions | undefined;
};

/** A step of a chain that is being created. */
export type StepInput = {
  readonly name: LocaleMap;
  /** The points that the chain must reach: a whole number from 0. */
  readonly price: {readonly amount: number};
  /** 1 to 10. */
  readonly reward: readonly StepReward[];
  readonly image_url?: string | null | undefined;
};

/** A step in a replacement: an existing step has its id, a new one `null`. */
export type StepUpdate = StepInput & {readonly step_id: number | null};

type Fields<Step> = {
  readonly name: LocaleMap;
  readonly is_enabled: boolean;
  /** Date and time with an offset. */
  readonly date_start: string;
  /** `null` means a chain without an end. */
  readonly date_end?: string | null | undefined;
  /** 1 to 31. */
  readonly steps: readonly Step[];
  readonly description?: LocaleMap | null | undefined;
  readonly long_description?: LocaleMap | null | undefined;
  readonly image_url?: string | null | undefined;
  /** Place among the chains, ascending. */
  readonly order?: number | undefined;
  /** When points and claims restart. */
  readonly recurrent_schedule?: WeeklySchedule | MonthlySchedule | null | undefined;
  /** Which players see the chain. */
  readonly attribute_conditions?: AttributeConditions | undefined;
  /**
   * For a chain without `attribute_conditions`: whether everyone sees it (the default), or only players who see no
   * chain with conditions.
   */
  readonly is_always_visible?: boolean | undefined;
};

type Individual = {
  readonly popup_header?: undefined;
  readonly popup_instruction?: undefined;
  readonly popup_image_url?: undefined;
  readonly clan_type?: undefined;
};

/** Explains to a player without a clan how to join one. */
type Clan = {
  readonly popup_header: LocaleMap;
  readonly popup_instruction: LocaleMap;
  readonly popup_image_url?: string | null | undefined;
  /** The project's word for a clan. */
  readonly clan_type?: ClanType | null | undefined;
};

type Counted = {
  /** What the chain counts; for a clan chain a value point with `is_clan`. Cannot be changed afterwards. */
  readonly value_point: {readonly sku: string};
};

/** A chain for single players. */
export type IndividualRewardChainInput = Fields<StepInput> & Counted & Individual;
/** A chain that the members of a clan progress together. It has both popups. */
export type ClanRewardChainInput = Fields<StepInput> & Counted & Clan;
/** A reward chain to create. */
export type RewardChainInput = IndividualRewardChainInput | ClanRewardChainInput;
/** A replacement for a reward chain. Its value point stays. */
export type RewardChainUpdate = Fields<StepUpdate> & {readonly value_point?: undefined} & (Individual | Clan);

type Texts = Readonly<Record<string, string | null>>;

/** A step in the vendor's answer. */
export type AnsweredStep = {
  readonly step_id: number;
  readonly name: Texts;
  readonly price: {readonly amount: number};
  readonly reward: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly attribute_conditions?: readonly AnsweredCondition[] | null | undefined;
  }[];
  readonly image_url?: string | null | undefined;
};

/** A reward chain in the vendor's lists: without its steps. */
export type RewardChainRow = {
  readonly reward_chain_id: number;
  readonly name: Texts;
  readonly is_enabled: boolean;
  readonly date_start: string;
  readonly date_end?: string | null | undefined;
  readonly description?: string | Texts | null | undefined;
  readonly long_description?: string | Texts | null | undefined;
  readonly image_url?: string | null | undefined;
  readonly order?: number | undefined;
  readonly value_point: {readonly sku: string; readonly is_clan?: boolean | undefined};
  readonly recurrent_schedule?: AnsweredSchedule | null | undefined;
  readonly attribute_conditions?: readonly AnsweredCondition[] | null | undefined;
  readonly is_always_visible?: boolean | undefined;
  readonly popup_header?: Texts | null | undefined;
  readonly popup_instruction?: Texts | null | undefined;
  readonly popup_image_url?: string | null | undefined;
  readonly clan_type?: string | null | undefined;
};

/** A reward chain in the vendor's answer (`admin-get-reward-chain`). */
export type AnsweredRewardChain = RewardChainRow & {readonly steps: readonly AnsweredStep[]};
