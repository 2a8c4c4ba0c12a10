/**
 * `liveops-elements/admin`: the server-side calls, for back ends. Needs Node; not part of any file a browser loads.
 */

export {createAdmin, type CompanyAdmin, type ProjectAdmin} from './admin.js';
export type {AdminOptions} from './options.js';
export type {PaymentSystem, Promotions, ValidityPeriod} from './promotions/promotions.js';
export type {Bonuses} from './bonuses/bonuses.js';
export type {
  AnsweredLimits,
  AnyPromotion,
  BonusPromotion,
  BonusPromotionInput,
  PriceCondition,
  PromotionLimits,
} from './bonuses/bonus.js';
export type {
  AttributeConditions,
  DateCondition,
  NumberCondition,
  OrderOperator,
  StringCondition,
} from './input/conditions.js';
export type {LocaleMap, RegionalTexts} from './input/fields.js';
export type {AnsweredSchedule, DailySchedule, MonthlySchedule, WeeklySchedule} from './input/schedules.js';
export type {AnsweredCondition} from './answers/fields.js';
export type {PageOptions} from './connection/pages.js';
export {isLiveOpsError, LiveOpsError, type LiveOpsErrorCode} from '../errors.js';
