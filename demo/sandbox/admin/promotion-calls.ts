import {invalidProperty} from '../http/envelopes.js';
import {COMPANY} from './company-routes.js';
import {
  type PaymentSystem,
  type Period,
  type PromotionInput,
  type PromotionPart,
  reviewOf,
  type Rewards,
  type Subject,
  type SubscriptionPromotion,
} from './promotions.js';
import * as refuse from './refusals.js';
import {readBody, type Shape} from './requests.js';
import {type AddAdminCalls, type AdminCall, type AdminRequest, idIn, noContent} from './routes.js';

const LIST = `${COMPANY}/promotions`;
const PATH = `${LIST}/:promotion_id`;

/**
 * The calls of promotions of the Subscriptions API. Not documented: refusals, for which the sandbox answers 404/0 for an
 * unknown promotion and 422/1102 for all else. Enabling one whose review finds something is such a refusal here.
 */
export function addPromotionCalls(add: AddAdminCalls): void {
  add(LIST, {GET: list, POST: create});
  add(PATH, {GET: get, PUT: update, DELETE: remove});
  add(`${PATH}/review`, {GET: request => request.c.json(reviewOf(promotionOf(request)))});
  add(`${PATH}/toggle`, {PUT: toggle});
  add(`${PATH}/subject`, {
    GET: request => answer(request, ({subject}) => ({...NO_SUBJECT, ...subject})),
    PUT: set<Subject>('promotion/subject', subject => ({subject})),
  });
  add(`${PATH}/payment_systems`, {
    GET: request => answer(request, ({paymentSystems}) => ({payment_systems: paymentSystems})),
    PUT: set<{payment_systems: PaymentSystem[]}>('promotion/systems', body => ({paymentSystems: body.payment_systems})),
  });
  add(`${PATH}/periods`, {
    GET: request => answer(request, ({periods}) => ({periods})),
    PUT: set<{periods: Period[]}>('promotion/periods', ({periods}) => ({periods})),
  });
  add(`${PATH}/rewards`, {
    GET: request => answer(request, ({rewards}) => rewards),
    PUT: set<Rewards>('promotion/rewards', rewards => ({rewards})),
  });
  add(`${PATH}/coupons`, {PUT: attach});
}

/** The vendor's answer has every kind. */
const NO_SUBJECT = {purchase: false, items: null, packages: null, subscriptions: null, digital_contents: null};

const create: AdminCall = async request =>
  request.c.json({id: request.office.promotions.create(await readInput(request))}, 201);

const list: AdminCall = ({c, office}) => {
  const {promotions} = office;
  return c.json(
    promotions.all.map(promotion => {
      const {id, technical_name, enabled, readOnly, project_id, periods} = promotion;
      const flags = {enabled, is_active: promotions.isActive(promotion), is_infinite: periods.length === 0};
      return {id, technical_name, ...flags, read_only: readOnly, datetime: spanOf(periods), project: {id: project_id}};
    }),
  );
};

const get: AdminCall = request => {
  const {id, technical_name, project_id, label, name, description, enabled, readOnly} = promotionOf(request);
  return request.c.json({id, technical_name, project_id, label, name, description, enabled, read_only: readOnly});
};

const update: AdminCall = async request => {
  const promotion = promotionOf(request);
  request.office.promotions.replace(promotion, await readInput(request));
  return noContent(request.c);
};

const remove: AdminCall = request => {
  const promotion = promotionOf(request);
  if (promotion.enabled) throw refuse.promotionEnabled();
  request.office.promotions.delete(promotion);
  return noContent(request.c);
};

const toggle: AdminCall = request => {
  const promotion = promotionOf(request);
  const [finding] = reviewOf(promotion);
  if (!promotion.enabled && finding) throw refuse.promotionIncomplete(finding.message);
  request.office.promotions.toggle(promotion);
  return noContent(request.c);
};

const attach: AdminCall = async request => {
  const promotion = promotionOf(request);
  const {campaigns} = await readBody<{campaigns: number[]}>(request.c, 'promotion/campaigns');
  const stranger = campaigns.findIndex(id => !request.office.couponCampaigns.get(id));
  if (stranger >= 0) throw invalidProperty(`campaigns[${stranger}]`, 'must be the id of a campaign');
  return done(request, request.office.promotions.set(promotion, {campaigns}));
};

function set<Body>(shape: Shape, toPart: (body: Body) => PromotionPart): AdminCall {
  return async request => {
    const promotion = promotionOf(request);
    return done(request, request.office.promotions.set(promotion, toPart(await readBody<Body>(request.c, shape))));
  };
}

function answer(request: AdminRequest, toPart: (promotion: SubscriptionPromotion) => object): Response {
  const promotion = promotionOf(request);
  return request.c.json({id: promotion.id, ...toPart(promotion)});
}

async function readInput({c, office}: AdminRequest): Promise<PromotionInput> {
  const input = await readBody<PromotionInput>(c, 'promotion/input');
  if (input.project_id !== office.projectId) throw invalidProperty('project_id', 'must be a project of the company');
  return input;
}

function promotionOf({c, office}: AdminRequest): SubscriptionPromotion {
  const promotion = office.promotions.get(idIn(c, 'promotion_id'));
  if (!promotion) throw refuse.subscriptionPromotionNotFound();
  return promotion;
}

/** From the first moment to the last. The vendor's example doesn't show the fields. */
function spanOf(periods: readonly Period[]): object | null {
  if (periods.length === 0) return null;
  const by = (time: 'from' | 'to') =>
    [...periods].sort((one, other) => Date.parse(one[time]) - Date.parse(other[time]));
  return {from: by('from')[0]?.from, to: by('to').at(-1)?.to};
}

function done({c}: AdminRequest, isAllowed: boolean): Response {
  if (!isAllowed) throw refuse.readOnlyPromotion();
  return noContent(c);
}
