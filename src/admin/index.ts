/**
 * `liveops-elements/admin`: the server-side calls, for back ends. Needs Node; not part of any file a browser loads.
 */

export {createAdmin, type CompanyAdmin, type ProjectAdmin} from './admin.js';
export type {AdminOptions} from './options.js';
export type {Promotions} from './promotions/promotions.js';
export type {AnsweredRewards, AnsweredSubject, AnsweredValidityPeriod, PromotionParts} from './promotions/parts.js';
export type {
  ItemDiscount,
  PaymentSystem,
  Promotion,
  PromotionInput,
  PromotionRewards,
  PromotionRow,
  PromotionSubject,
  ReviewFinding,
  SubjectEntry,
  ValidityPeriod,
} from './promotions/promotion.js';
export type {CouponCampaigns} from './coupon-campaigns/coupon-campaigns.js';
export type {
  CampaignFilters,
  CouponCampaign,
  CouponCampaignInput,
  SubscriptionCoupon,
} from './coupon-campaigns/campaign.js';
export type {Bonuses} from './bonuses/bonuses.js';
export type {AnyPromotion, BonusPromotion, BonusPromotionInput} from './bonuses/bonus.js';
export type {Discounts} from './discounts/discounts.js';
export type {Discount, DiscountInput} from './discounts/discount.js';
export type {Coupons} from './coupons/coupons.js';
export type {Coupon, CouponInput, CouponUpdate} from './coupons/coupon.js';
export type {PromoCodes} from './promo-codes/promo-codes.js';
export type {DiscountedItem, PromoCode, PromoCodeInput, PromoCodeUpdate} from './promo-codes/promo-code.js';
export type {
  AnsweredLimits,
  AnsweredPriceCondition,
  BonusItem,
  PercentOff,
  PriceCondition,
  PromotionLimits,
  RedeemLimits,
} from './promotion-fields/fields.js';
export type {
  AnsweredItemPromotion,
  ItemPromotionCalls,
  ItemPromotionFields,
} from './promotion-fields/item-promotion.js';
export type {UserLimit, UserLimits} from './user-limits/user-limits.js';
export type {PromotionUserLimits} from './user-limits/promotion-limits.js';
export type {OfferCodes, UniqueOffers} from './unique-offers/unique-offers.js';
export type {PromotionCodes} from './promotion-codes/codes.js';
export type {CodeLimit, CodeLimitOptions, LimitedCodes} from './promotion-codes/limited-codes.js';
export type {UniqueOffer, UniqueOfferInput, UniqueOfferUpdate} from './unique-offers/offer.js';
export type {Personalization} from './personalization/personalization.js';
export type {CatalogRule, CatalogRuleInput, CatalogRuleName, RuleItem} from './personalization/rule.js';
export type {ValuePoints} from './value-points/value-points.js';
export type {ItemPointsOf} from './value-points/item-points.js';
export type {
  AnsweredItemPoints,
  ItemPoints,
  Medium,
  ValuePoint,
  ValuePointInput,
  ValuePointUpdate,
} from './value-points/value-point.js';
export type {RewardChains} from './reward-chains/reward-chains.js';
export type {
  AnsweredRewardChain,
  AnsweredStep,
  ClanRewardChainInput,
  ClanType,
  IndividualRewardChainInput,
  RewardChainInput,
  RewardChainRow,
  RewardChainUpdate,
  StepInput,
  StepReward,
  StepUpdate,
} from './reward-chains/reward-chain.js';
export type {Catalog} from './catalog/catalog.js';
export type {CatalogOptions, ShopItem} from './catalog/item.js';
export type {Upsell} from './upsell/upsell.js';
export type {UpsellConfiguration, UpsellInput} from './upsell/configuration.js';
export type {Orders} from './orders/orders.js';
export type {FoundOrder, OrderPrice, OrderRange, PaymentTokenInput} from './orders/order.js';
export type {PayingUser, PaymentSettings} from './orders/payment.js';
export type {AttributeValue, Tokens, UserTokenInput} from './tokens/tokens.js';
export type {DailyChains} from './daily-chains/daily-chains.js';
export type {
  AnsweredDailyChain,
  AnsweredDay,
  DailyChainInput,
  DailyChainRow,
  DailyChainUpdate,
  DayInput,
  DayItem,
  DayUpdate,
} from './daily-chains/daily-chain.js';
export type {OfferChains} from './offer-chains/offer-chains.js';
export type {
  AnsweredOfferChain,
  AnsweredOfferStep,
  OfferChainInput,
  OfferChainRow,
  OfferChainUpdate,
  OfferStepInput,
  OfferStepUpdate,
} from './offer-chains/offer-chain.js';
export type {
  AttributeConditions,
  DateCondition,
  NumberCondition,
  OrderOperator,
  StringCondition,
} from './input/conditions.js';
export type {LocaleMap, RegionalTexts} from './input/fields.js';
export type {
  AnsweredSchedule,
  DailySchedule,
  HourlySchedule,
  MonthlySchedule,
  WeeklySchedule,
} from './input/schedules.js';
export type {Confirmation} from './input/confirmation.js';
export type {PromotionPeriod} from './input/periods.js';
export type {AnsweredCondition, LimitState} from './answers/fields.js';
export type {AnsweredPeriod} from './answers/periods.js';
export type {ApiVersion, ApiVersions} from './connection/versions.js';
export type {PageOptions, Progress} from './connection/pages.js';
export {isLiveOpsError, LiveOpsError, type LiveOpsErrorCode} from '../errors.js';
