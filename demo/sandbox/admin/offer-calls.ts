import {invalidProperty} from '../http/envelopes.js';
import type {Offer, OfferInput} from './offers.js';
import {countsOf, pageOf} from './pages.js';
import {codeExists, offerNotFound} from './refusals.js';
import {readBody} from './requests.js';
import {type AddAdminCalls, type AdminCall, noContent, type AdminRequest} from './routes.js';

const PATH = '/unique_catalog_offer';

/**
 * The calls of unique catalog offers. The answer to a taken `external_id` is not documented; the sandbox answers
 * 422/1102, as for every other mistake in the body.
 */
export function addOfferCalls(add: AddAdminCalls): void {
  add(PATH, {GET: list, POST: create});
  add(`${PATH}/:external_id`, {GET: get, PUT: update, DELETE: remove});
  add(`${PATH}/:external_id/activate`, {PUT: switched(true)});
  add(`${PATH}/:external_id/deactivate`, {PUT: switched(false)});
  add(`${PATH}/:external_id/code`, {GET: listCodes, POST: addCode});
  add(`${PATH}/:external_id/code/generate`, {PUT: generate});
}

const create: AdminCall = async ({c, office}) => {
  const {external_id, ...input} = await readBody<OfferInput & {external_id: string}>(c, 'offer/input');
  if (office.offers.get(external_id)) throw invalidProperty('external_id', 'is taken');
  office.offers.create(external_id, input);
  return c.json({external_id}, 201);
};

const list: AdminCall = ({c, office}) => {
  const {all} = office.offers;
  return c.json({items: pageOf(c, all).rows.map(toAnswer), ...countsOf(all)});
};

const get: AdminCall = request => request.c.json(toAnswer(offerOf(request)));

const update: AdminCall = async request => {
  const offer = offerOf(request);
  request.office.offers.replace(offer, await readBody<OfferInput>(request.c, 'offer/replacement'));
  return noContent(request.c);
};

const remove: AdminCall = request => {
  request.office.offers.delete(offerOf(request));
  return noContent(request.c);
};

function switched(enabled: boolean): AdminCall {
  return request => {
    request.office.offers.enable(offerOf(request), enabled);
    return noContent(request.c);
  };
}

const addCode: AdminCall = async request => {
  const offer = offerOf(request);
  const {coupon_code: code} = await readBody<{coupon_code: string}>(request.c, 'offer/newCode');
  if (!request.office.offers.addCode(offer, code)) throw codeExists();
  return request.c.json({code}, 201);
};

const listCodes: AdminCall = request => {
  const {rows, total} = pageOf(request.c, request.office.offers.codes(offerOf(request)));
  return request.c.json({codes: rows.map(code => ({code})), total_count: total});
};

const generate: AdminCall = async request => {
  const offer = offerOf(request);
  const {count} = await readBody<{count: number}>(request.c, 'offer/count');
  request.office.offers.generate(offer, count);
  return request.c.json({count});
};

function offerOf({c, office}: AdminRequest): Offer {
  const offer = office.offers.get(c.req.param('external_id') ?? '');
  if (!offer) throw offerNotFound();
  return offer;
}

/** Nothing is redeemed here, so the total limit is never used up. */
function toAnswer(offer: Offer): object {
  const available = offer.redeem_total_limit;
  return {...offer, total_limit_state: available === null ? null : {available, reserved: 0, used: 0}};
}
