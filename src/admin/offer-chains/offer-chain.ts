import type {AnsweredCondition} from '../answers/fields.js';
import type {AttributeConditions} from '../input/conditions.js';
import type {LocaleMap} from '../input/fields.js';
import type {AnsweredSchedule, HourlySchedule, MonthlySchedule, WeeklySchedule} from '../input/schedules.js';

/** A step of a chain that is being created. */
export type OfferStepInput = {
  /** Its place in the chain: a whole number from 1, each once. */
  readonly step_number: number;
  /** Whether it is a gift. A step that is not costs what its item costs. */
  readonly is_free: boolean;
  /** Exactly one. Its discounts, limits and personal rules don't count here. */
  readonly items: readonly {readonly sku: string; readonly quantity: number}[];
};

/** A step in a replacement: an existing step has its id, a new one none. */
export type OfferStepUpdate = OfferStepInput & {readonly step_id?: number | undefined};

type Fields<Step> = {
  readonly name: LocaleMap;
  readonly description?: LocaleMap | null | undefined;
  readonly is_enabled: boolean;
  /** Date and time with an offset. */
  readonly date_start: string;
  /** `null` means a chain without an end. */
  readonly date_end?: string | null | undefined;
  /** Place among the chains, ascending. */
  readonly order?: number | undefined;
  /** When all players start again. */
  readonly recurrent_schedule?: WeeklySchedule | MonthlySchedule | HourlySchedule | null | undefined;
  /** Which players see the chain. */
  readonly attribute_conditions?: AttributeConditions | undefined;
  /**
   * For a chain without `attribute_conditions`: whether everyone sees it (the default), or only players who see no
   * chain with conditions.
   */
  readonly is_always_visible?: boolean | undefined;
  /** 1 to 30. */
  readonly steps: readonly Step[];
};

/** An offer chain to create (`admin-create-offer-chain`). */
export type OfferChainInput = Fields<OfferStepInput>;
/** A replacement for an offer chain (`admin-update-offer-chain`). */
export type OfferChainUpdate = Fields<OfferStepUpdate>;

type Texts = Readonly<Record<string, string | null>>;

/** An offer chain in the vendor's lists: without its steps. */
export type OfferChainRow = {
  readonly id: number;
  readonly name: Texts;
  readonly description?: string | Texts | null | undefined;
  readonly is_enabled?: boolean | undefined;
  readonly date_start: string;
  readonly date_end?: string | null | undefined;
  readonly order?: number | undefined;
  readonly recurrent_schedule?: Omit<AnsweredSchedule, 'time'> | null | undefined;
  readonly attribute_conditions?: readonly AnsweredCondition[] | null | undefined;
  readonly is_always_visible?: boolean | undefined;
};

/** A step in the vendor's answer. */
export type AnsweredOfferStep = {
  readonly step_id: number;
  readonly step_number: number;
  readonly is_free: boolean;
  /** What it costs; unlike in orders, the amount may be a number. */
  readonly step_price?: {readonly amount: number | string; readonly currency: string} | null | undefined;
  readonly items: readonly {readonly sku: string; readonly quantity: number}[];
};

/** An offer chain in the vendor's answer (`admin-get-offer-chain`). */
export type AnsweredOfferChain = OfferChainRow & {readonly steps: readonly AnsweredOfferStep[]};
