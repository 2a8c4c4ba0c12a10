import type {Clock} from '../world/times.js';
import type {Texts} from './texts.js';

export type PaymentSystem = {readonly id: number; readonly name: string};
export type Period = {readonly from: string; readonly to: string; readonly offset?: string};

/** A promotion of the Subscriptions API in a request (`create-promotion`). */
export type PromotionInput = {
  readonly technical_name: string;
  readonly project_id: number;
  readonly label?: Texts | null;
  readonly name?: Texts | null;
  readonly description?: Texts | null;
};

type Entries = readonly unknown[] | null;

/** What a promotion applies to (`set-subject`). */
export type Subject = {
  readonly purchase?: boolean;
  readonly items?: Entries;
  readonly packages?: Entries;
  readonly subscriptions?: Entries;
  readonly digital_contents?: Entries;
};

/** What a promotion gives (`set-rewards`). */
export type Rewards = {
  readonly purchase?: object | null;
  readonly package?: object | null;
  readonly item?: object | null;
  readonly subscription?: object | null;
};

/** A stored promotion. */
export type SubscriptionPromotion = PromotionInput & {
  readonly id: number;
  readonly enabled: boolean;
  /** Whether its fields can no longer be changed; periods can still be added. */
  readonly readOnly: boolean;
  readonly subject: Subject;
  readonly paymentSystems: readonly PaymentSystem[];
  readonly periods: readonly Period[];
  readonly rewards: Rewards;
  /** The ids of its coupon campaigns. */
  readonly campaigns: readonly number[];
};

/** A part of a promotion that its own call replaces. */
export type PromotionPart = Partial<
  Pick<SubscriptionPromotion, 'subject' | 'paymentSystems' | 'periods' | 'rewards' | 'campaigns'>
>;

const payPal: PaymentSystem = {id: 24, name: 'PayPal'};
const lastSpring: Period = {from: '2026-03-01T00:00:00+00:00', to: '2026-06-01T00:00:00+00:00'};
const EMPTY = {
  enabled: false,
  readOnly: false,
  subject: {},
  paymentSystems: [],
  periods: [],
  rewards: {},
  campaigns: [],
};

/** Ids of created promotions; lower ids are for the seed. */
const FIRST_ID = 17_892;

/** The state after the start: one promotion to change, and a read-only one. */
function seedOf(project_id: number): readonly SubscriptionPromotion[] {
  return [
    {...EMPTY, id: 17840, technical_name: 'christmas', project_id, paymentSystems: [payPal]},
    {
      ...EMPTY,
      ...{id: 17841, technical_name: 'spring', project_id, enabled: true, readOnly: true},
      ...{subject: {purchase: true}, rewards: {purchase: {discount_percent: 10}}},
      paymentSystems: [payPal],
      periods: [lastSpring],
    },
  ];
}

/** The company's promotions of the Subscriptions API. */
export class SubscriptionPromotions {
  readonly #promotions: Map<number, SubscriptionPromotion>;
  readonly #clock: Clock;
  #nextId = FIRST_ID;

  constructor(projectId: number, clock: Clock) {
    this.#promotions = new Map(seedOf(projectId).map(promotion => [promotion.id, promotion]));
    this.#clock = clock;
  }

  get all(): readonly SubscriptionPromotion[] {
    return [...this.#promotions.values()];
  }

  get(id: number): SubscriptionPromotion | undefined {
    return this.#promotions.get(id);
  }

  create(input: PromotionInput): number {
    const id = this.#nextId++;
    this.#promotions.set(id, {...EMPTY, ...input, id});
    return id;
  }

  /** Replaces everything except the parts, and whether it is enabled. There is one project, which it keeps. */
  replace({id, enabled, readOnly, ...parts}: SubscriptionPromotion, input: PromotionInput): void {
    const {subject, paymentSystems, periods, rewards, campaigns} = parts;
    const kept = {id, enabled, readOnly, subject, paymentSystems, periods, rewards, campaigns};
    this.#promotions.set(id, {...input, ...kept});
  }

  delete({id}: SubscriptionPromotion): void {
    this.#promotions.delete(id);
  }

  toggle(promotion: SubscriptionPromotion): void {
    this.#promotions.set(promotion.id, {...promotion, enabled: !promotion.enabled});
  }

  /** `false` if the promotion is read-only and the part is not one that it may still get. */
  set(promotion: SubscriptionPromotion, part: PromotionPart): boolean {
    if (promotion.readOnly && !isAllowed(promotion, part)) return false;
    this.#promotions.set(promotion.id, {...promotion, ...part});
    return true;
  }

  /** Whether it applies now: enabled, and in one of its periods. Without periods it has no end. */
  isActive({enabled, periods}: SubscriptionPromotion): boolean {
    const now = this.#clock.now();
    const isNow = ({from, to}: Period): boolean => Date.parse(from) <= now && now < Date.parse(to);
    return enabled && (periods.length === 0 || periods.some(isNow));
  }
}

/** The parts that are missing before a promotion can be enabled, in the words of the vendor's example. */
export function reviewOf({subject, rewards}: SubscriptionPromotion): readonly {component: string; message: string}[] {
  const hasSubject = Object.values(subject).some(kind => (Array.isArray(kind) ? kind.length > 0 : kind === true));
  const hasReward = Object.values(rewards).some(reward => reward != null);
  return [
    ...(hasSubject ? [] : [{component: 'subject', message: 'Please select a subject'}]),
    ...(hasReward ? [] : [{component: 'rewards', message: 'Please select a reward'}]),
  ];
}

/** A read-only promotion may get further periods, and campaigns, of which the vendor says nothing. */
function isAllowed(promotion: SubscriptionPromotion, {periods, campaigns}: PromotionPart): boolean {
  if (campaigns) return true;
  return promotion.periods.every(period => periods?.some(other => areEqual(period, other)));
}

function areEqual(one: Period, other: Period): boolean {
  return Date.parse(one.from) === Date.parse(other.from) && Date.parse(one.to) === Date.parse(other.to);
}
