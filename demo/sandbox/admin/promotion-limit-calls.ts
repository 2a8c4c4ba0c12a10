import {type Promotion, Promotions} from '../promotions/promotions.js';
import {limitedPromotionNotFound, noUserLimit} from './refusals.js';
import {readBody} from './requests.js';
import {type AddAdminCalls, type AdminCall, type AdminRequest, idIn} from './routes.js';
import {changedLimit, knownUser, type UserLimit, userInQuery} from './user-limits.js';

const PATH = '/user/limit/promotion';

/** How often players may still use a discount or a bonus promotion. */
export function addPromotionLimitCalls(add: AddAdminCalls): void {
  // Before the paths with an id, which would take the word for one.
  add(`${PATH}/all`, {DELETE: resetAll});
  add(`${PATH}/id/:promotion_id/all`, {DELETE: reset});
  add(`${PATH}/id/:promotion_id`, {
    GET: request => {
      const user = userInQuery(request);
      return request.c.json({per_user: limitOf(request, limitedBy(request), user)});
    },
    POST: change('POST'),
    PUT: change('PUT'),
    DELETE: change('DELETE'),
  });
}

function change(method: 'POST' | 'PUT' | 'DELETE'): AdminCall {
  return async request => {
    const promotion = limitedBy(request);
    const limit = (user: string): UserLimit => limitOf(request, promotion, user);
    const {user, available} = await changedLimit(request, method, 'promotion', limit);
    request.office.world.of(Promotions).setAvailable(user, promotion, available);
    return request.c.json({per_user: limit(user)});
  };
}

type ResetBody = {readonly user: {readonly user_external_id?: string} | null};

/** `reset-user-promotion-limit`: of one player or, without one, of **everyone**. */
const reset: AdminCall = async request => {
  const promotion = limitedBy(request);
  const {user} = await readBody<ResetBody>(request.c, 'campaign/reset');
  const name = user?.user_external_id;
  if (name !== undefined) knownUser(request, name);
  request.office.world.of(Promotions).clear(promotion.id, name);
  return request.c.body(null, 200);
};

/** `reset-all-user-promotions-limit`: of one player, on all promotions. */
const resetAll: AdminCall = async request => {
  const {user} = await readBody<{user: {user_external_id: string}}>(request.c, 'campaign/resetOfUser');
  request.office.world.of(Promotions).clearOf(knownUser(request, user.user_external_id).user);
  return request.c.body(null, 200);
};

type Limited = Promotion & {readonly user_limit: number};

function limitedBy({c, office}: AdminRequest): Limited {
  const promotion = office.world.of(Promotions).get(idIn(c, 'promotion_id'));
  if (!promotion) throw limitedPromotionNotFound();
  if (promotion.user_limit === null) throw noUserLimit();
  return promotion as Limited;
}

function limitOf(request: AdminRequest, promotion: Limited, user: string): UserLimit {
  const {user: name} = knownUser(request, user);
  const available = request.office.world.of(Promotions).availableTo(name, promotion) ?? 0;
  return {total: promotion.user_limit, available};
}
