import type {Condition} from '../players/attribute-conditions.js';
import type {Schedule} from './schedules.js';
import type {Texts} from './texts.js';

/** A reward of a step, as managers write it. */
export type StepReward = {
  readonly sku: string;
  readonly quantity: number;
  readonly attribute_conditions?: readonly Condition[];
};

/** A step in a request; a new one has no id. */
export type StepInput = {
  readonly step_id?: number | null;
  readonly name: Texts;
  readonly price: {readonly amount: number};
  readonly reward: readonly StepReward[];
  readonly image_url?: string | null;
};

/** The replaceable fields of a chain (`admin-update-reward-chain`). */
export type ChainUpdate = {
  readonly name: Texts;
  readonly is_enabled: boolean;
  readonly date_start: string;
  readonly date_end?: string | null;
  readonly steps: readonly StepInput[];
  readonly description?: Texts | null;
  readonly long_description?: Texts | null;
  readonly image_url?: string | null;
  readonly order?: number;
  readonly recurrent_schedule?: Schedule | null;
  readonly attribute_conditions?: readonly Condition[];
  readonly is_always_visible?: boolean;
  readonly popup_header?: Texts;
  readonly popup_instruction?: Texts;
  readonly popup_image_url?: string | null;
  readonly clan_type?: string | null;
};

/** A chain to create (`admin-create-reward-chain`). */
export type ChainInput = ChainUpdate & {readonly value_point: {readonly sku: string}};

/**
 * A chain as stored for managers. Its dates and whether it is enabled are in the calendar, which control calls change,
 * too.
 */
export type ManagedChain = Omit<ChainUpdate, 'date_start' | 'date_end' | 'is_enabled' | 'steps'> & {
  readonly reward_chain_id: number;
  readonly order: number;
  readonly value_point: {readonly sku: string};
  readonly steps: readonly ManagedStep[];
};

export type ManagedStep = StepInput & {readonly step_id: number; readonly image_url: string | null};
