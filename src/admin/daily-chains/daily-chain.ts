import type {LocaleMap} from '../input/fields.js';

/** An item of a day. */
export type DayItem = {
  readonly sku: string;
  /** A whole number from 1; without it, the vendor's default. */
  readonly quantity?: number | undefined;
};

/** A day of a chain that is being created. */
export type DayInput = {
  /** Its place in the chain: a whole number from 1, each once. */
  readonly step_number: number;
  /** At least one. */
  readonly items: readonly DayItem[];
};

/** A day in a replacement: an existing day has its id, a new one none. */
export type DayUpdate = DayInput & {readonly step_id?: number | undefined};

type Fields<Day> = {
  /** Publisher Account allows 35 characters for a name, and 140 for a description. */
  readonly name: LocaleMap;
  readonly description?: LocaleMap | null | undefined;
  readonly is_enabled: boolean;
  /** Date and time with an offset. The end follows from the number of days. */
  readonly date_start: string;
  /**
   * `calendar_hard`: each day can be claimed on its own date only. The vendor documents that there is a rolling kind, but
   * not its name; the sandbox has `rolling`.
   */
  readonly type: string;
  /** Whether the chain restarts after its last day. Default `false`. */
  readonly is_recurrent?: boolean | undefined;
  /** Place among the chains, ascending. */
  readonly order?: number | undefined;
  /** At least one. */
  readonly steps: readonly Day[];
};

/** A daily chain to create (`admin-create-daily-chain`). */
export type DailyChainInput = Fields<DayInput>;
/** A replacement for a daily chain (`admin-update-daily-chain`). */
export type DailyChainUpdate = Fields<DayUpdate>;

type Texts = Readonly<Record<string, string | null>>;

/** A daily chain in the vendor's lists. */
export type DailyChainRow = {
  readonly id: number;
  readonly name: Texts;
  readonly description?: string | Texts | null | undefined;
  readonly is_enabled?: boolean | undefined;
  readonly date_start: string;
  readonly date_end?: string | null | undefined;
  readonly type?: string | undefined;
  readonly is_recurrent?: boolean | undefined;
  readonly number_of_steps?: number | undefined;
  readonly order?: number | undefined;
};

/** A day in the vendor's answer. */
export type AnsweredDay = {
  readonly step_id: number;
  readonly step_number: number;
  readonly items: readonly {readonly sku: string; readonly quantity?: number | undefined}[];
};

/** A daily chain in the vendor's answer (`admin-get-daily-chain`). */
export type AnsweredDailyChain = DailyChainRow & {readonly steps: readonly AnsweredDay[]};
